import { listingOf, requestsAsked } from '#app/doors/http/forms/help_requests_asked'
import { helpRequestPage } from '#app/doors/http/views/help_request_page'
import HelpRequest from '#app/support/requests/help_request'
import { requestsOf } from '#app/support/requests/help_request_list'
import type { HttpContext } from '@adonisjs/core/http'

const offered = { open: 'Not solved yet', all: 'All' }

/** Calls for help of the liaison's own organization. */
export default class HelpRequestsController {
  async index({ auth, request, view }: HttpContext) {
    const wanted = requestsAsked(request.qs(), offered)
    const list = await requestsOf(auth.getUserOrFail(), wanted)
    return view.render('pages/liaison/help_requests/index', {
      requests: list.rows,
      desk: 'liaison',
      ...listingOf(wanted, offered, list),
    })
  }

  async show({ auth, params, view }: HttpContext) {
    const asked = await HelpRequest.findFor(auth.getUserOrFail(), params.id)
    const data = await helpRequestPage(asked, 'liaison')
    return view.render('pages/liaison/help_requests/show', data)
  }
}
