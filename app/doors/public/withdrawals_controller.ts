import { aVisitor } from '#app/audit/actor'
import { originOf } from '#app/doors/http/serving/origin_of'
import { linkIsGone } from '#app/doors/public/access_requests_controller'
import AccessRequest from '#app/folders/requests/access_request'
import type { HttpContext } from '@adonisjs/core/http'

/** Whoever holds the mailed link takes the request back; opening the page alone does nothing. */
export default class WithdrawalsController {
  async create({ params, response, view }: HttpContext) {
    const request = await AccessRequest.findByLink(params.token)
    if (!request?.isWaiting) return linkIsGone({ response, view })
    const { token } = params
    return view.render('pages/public/withdrawals/create', { token, asked: request })
  }

  async store({ params, request, response, session, view }: HttpContext) {
    const { token } = params
    const asked = await AccessRequest.findByLink(token)
    if (!asked) return linkIsGone({ response, view })
    const isDone = await asked.withdraw(aVisitor(originOf(request)))
    if (isDone) session.flash('done', 'The request is withdrawn.')
    else session.flash('notice', 'The request had ended already.')
    return response.redirect().toRoute('request_access.show', { token })
  }
}
