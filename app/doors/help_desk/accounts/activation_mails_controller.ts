import { askWhy, helpAsAsked } from '#app/doors/help_desk/accounts/helping'
import type { HttpContext } from '@adonisjs/core/http'

/** The link to the first password, mailed once more. */
export default class ActivationMailsController {
  create(ctx: HttpContext) {
    return askWhy(ctx, 'send_activation', 'pages/help_desk/activation_mails/create')
  }

  store(ctx: HttpContext) {
    return helpAsAsked(
      ctx,
      'send_activation',
      ({ email }) => `The activation mail is on its way to ${email}.`
    )
  }
}
