import { askWhy, helpAsAsked } from '#app/doors/help_desk/accounts/helping'
import type { HttpContext } from '@adonisjs/core/http'

/** A locked account is opened for a caller, who can try to sign in again at once. */
export default class UnlockingsController {
  create(ctx: HttpContext) {
    return askWhy(ctx, 'unlock', 'pages/help_desk/unlockings/create')
  }

  store(ctx: HttpContext) {
    return helpAsAsked(
      ctx,
      'unlock',
      ({ fullName }) => `Unlocked. ${fullName} can try to sign in at once.`
    )
  }
}
