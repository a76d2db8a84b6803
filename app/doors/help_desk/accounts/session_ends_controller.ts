import { askWhy, helpAsAsked } from '#app/doors/help_desk/accounts/helping'
import type { HttpContext } from '@adonisjs/core/http'

/** A caller is signed out everywhere, say from a machine that was left behind. */
export default class SessionEndsController {
  create(ctx: HttpContext) {
    return askWhy(ctx, 'end_sessions', 'pages/help_desk/session_ends/create')
  }

  store(ctx: HttpContext) {
    return helpAsAsked(
      ctx,
      'end_sessions',
      ({ fullName }, { count }) =>
        `Ended ${count === 1 ? '1 session' : `${count} sessions`} of ${fullName}.`
    )
  }
}
