import { noticesOf } from '#app/doors/liaison/requests/notice_choice'
import { inboxAddress, inboxWanted } from '#app/doors/liaison/requests/inbox_listing'
import { inbox } from '#app/folders/requests/inbox'
import type { HttpContext } from '@adonisjs/core/http'

/** The inbox: what waits for us, what waits at others, what was refused, what is about to end. */
export default class RequestsController {
  async index({ auth, request, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const wanted = inboxWanted(request.qs())
    const listing = await inbox.list(account, wanted)
    return view.render('pages/liaison/requests/index', {
      rows: listing.rows,
      only: wanted.only,
      kinds: inbox.kinds,
      counts: listing.counts,
      pages: inboxAddress(listing, wanted.only),
      notices: noticesOf(account),
    })
  }
}
