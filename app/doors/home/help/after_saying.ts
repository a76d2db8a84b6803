import { tooOften } from '#app/accounts/signing_in/throttle'
import { mend } from '#app/doors/http/forms/mend'
import type HelpRequest from '#app/support/requests/help_request'
import type { Said } from '#app/support/requests/help_request_following'
import type { HttpContext } from '@adonisjs/core/http'

/** Back to one's own request, with what became of what one said; what was not taken stays in the form. */
export function afterSaying(ctx: HttpContext, { id }: HelpRequest, said: Said, done: string) {
  const { response, session } = ctx
  if (said !== 'done') mend(ctx, {})
  if (typeof said === 'object') {
    session.flash('problem', tooOften(said.closedUntil))
  } else if (said === 'done') session.flash('done', done)
  else session.flash('notice', notices[said])
  return response.redirect().toRoute('help_requests.show', { id })
}

const notices = {
  over: 'This request is over, so nothing was changed.',
  not_over: 'This request is open. Add a note to it instead.',
}
