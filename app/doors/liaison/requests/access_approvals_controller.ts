import { approvalValidator } from '#app/doors/liaison/requests/access_approval_validator'
import { decidedAlready, whatElseWaits } from '#app/doors/liaison/requests/after_decision'
import { endOf } from '#app/doors/http/forms/last_day'
import { mend } from '#app/doors/http/forms/mend'
import { carryFirstPassword } from '#app/doors/liaison/accounts/first_password'
import { sponsorTyped } from '#app/doors/liaison/accounts/new_account'
import AccessRequest from '#app/folders/requests/access_request'
import type { HttpContext } from '@adonisjs/core/http'

/** Approving the request of somebody new opens the account. */
export default class AccessApprovalsController {
  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const asked = await AccessRequest.findFor(liaison, params.access_request_id)
    const typed = await request.validateUsing(approvalValidator)
    const sponsor = await sponsorTyped(liaison, typed.sponsor)
    const approval =
      'problems' in sponsor
        ? sponsor
        : await asked.approve(liaison, { ...personFrom(typed), ...sponsor })
    if (approval === 'decided') {
      session.flash('notice', decidedAlready)
      return response.redirect().toRoute('liaison.access_requests.show', { id: asked.id })
    }
    if ('problems' in approval) {
      mend({ request, session }, approval.problems)
      return response.redirect().toRoute('liaison.access_requests.show', { id: asked.id })
    }
    const { account, firstPassword } = approval
    if (firstPassword) {
      carryFirstPassword(session, account, firstPassword)
      session.flash('done', `Opened the account of ${account.actorName}.`)
      return response.redirect().toRoute('liaison.welcome_sheets.show', { account_id: account.id })
    }
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
  credentialSource: typed.credential_source ?? 'local',
  mustChangePassword: typed.first === 'shown_once' && typed.credential_source !== 'directory',
  first: typed.first,
})
