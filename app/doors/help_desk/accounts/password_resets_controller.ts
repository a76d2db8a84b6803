import { askWhy, helpAsAsked } from '#app/doors/help_desk/accounts/helping'
import type { HttpContext } from '@adonisjs/core/http'

/** A link to set a new password goes to the person’s own mail address, and nowhere else. */
export default class PasswordResetsController {
  create(ctx: HttpContext) {
    return askWhy(ctx, 'reset', 'pages/help_desk/password_resets/create')
  }

  store(ctx: HttpContext) {
    return helpAsAsked(
      ctx,
      'reset',
      ({ email }) => `A mail with a link to set a new password is on its way to ${email}.`
    )
  }
}
