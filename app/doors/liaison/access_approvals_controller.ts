import { approvalValidator } from '#app/doors/liaison/access_approval_validator'
import { decidedAlready, whatElseWaits } from '#app/doors/liaison/after_decision'
import { endOf } from '#app/doors/http/last_day'
import { mend } from '#app/doors/http/mend'
import AccessRequest from '#app/folders/access_request'
import type { HttpContext } from '@adonisjs/core/http'

/** Approving the request of somebody new opens the account. */
export default class AccessApprovalsController {
  async store({ auth, params, request, response, session, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const asked = await AccessRequest.findFor(liaison, params.access_request_id)
    const typed = await request.validateUsing(approvalValidator)
    const approval = await asked.approve(liaison, personFrom(typed))
    if (approval === 'decided') {
      session.flash('notice', decidedAlready)
      return response.redirect().toRoute('liaison.access_requests.show', { id: asked.id })
    }
    if ('problems' in approval) {
      mend({ request, session }, approval.problems)
      return response.redirect().toRoute('liaison.access_requests.show', { id: asked.id })
    }
    const { account, firstPassword } = approval
    /** Shown at once, and not by a flash: what is flashed is kept in the database until the next page. */
    if (firstPassword)
      return view.render('pages/liaison/access_approvals/shown', { account, firstPassword })
    session.flash('done', `${account.fullName} has an account. The way in is under way by mail.`)
    return response.redirect(whatElseWaits())
  }
}

type Typed = Awaited<ReturnType<typeof approvalValidator.validate>>

/** What somebody else has seen must be changed; what the person chooses by a link need not. */
const personFrom = (typed: Typed) => ({
  username: typed.username,
  fullName: typed.full_name,
  email: typed.email,
  phone: typed.phone ?? undefined,
  title: typed.title ?? undefined,
  endsAt: typed.ends_on ? endOf(typed.ends_on) : undefined,
  credentialSource: 'local' as const,
  mustChangePassword: typed.first === 'shown_once',
  first: typed.first,
})
