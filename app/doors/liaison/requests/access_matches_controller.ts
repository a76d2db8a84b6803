import { matchValidator } from '#app/doors/liaison/requests/access_approval_validator'
import { decidedAlready, subscriptionFormFor } from '#app/doors/liaison/requests/after_decision'
import AccessRequest from '#app/folders/requests/access_request'
import type { HttpContext } from '@adonisjs/core/http'

/** Approving the request of somebody who has an account leads to giving that account what was asked for. */
export default class AccessMatchesController {
  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const asked = await AccessRequest.findFor(liaison, params.access_request_id)
    const { account: accountId } = await request.validateUsing(matchValidator)
    const approval = await asked.approveFor(liaison, accountId)
    if (typeof approval === 'object') {
      const { fullName, id } = approval.account
      session.flash('done', `Approved. Now give ${fullName} access to the folder.`)
      return response.redirect(subscriptionFormFor(id))
    }
    const inactive = 'That account is not active. Reactivate it first.'
    session.flash('notice', approval === 'inactive' ? inactive : decidedAlready)
    return response.redirect().toRoute('liaison.access_requests.show', { id: asked.id })
  }
}
