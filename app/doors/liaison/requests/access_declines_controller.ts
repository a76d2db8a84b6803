import { declineValidator } from '#app/doors/liaison/requests/access_approval_validator'
import { decidedAlready, whatElseWaits } from '#app/doors/liaison/requests/after_decision'
import AccessRequest from '#app/folders/requests/access_request'
import type { HttpContext } from '@adonisjs/core/http'

/** The answer is no, with the reason that the person gets by mail. */
export default class AccessDeclinesController {
  async create({ auth, params, view }: HttpContext) {
    const asked = await AccessRequest.findFor(auth.getUserOrFail(), params.access_request_id)
    return view.render('pages/liaison/access_declines/create', { asked })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const asked = await AccessRequest.findFor(liaison, params.access_request_id)
    const { because } = await request.validateUsing(declineValidator)
    const isDone = await asked.decline(liaison, because)
    if (isDone) session.flash('done', `Declined. ${asked.fullName} gets the reason by mail.`)
    else session.flash('notice', decidedAlready)
    return response.redirect(whatElseWaits())
  }
}
