import { inbox } from '#app/folders/requests/inbox'
import type { HttpContext } from '@adonisjs/core/http'

/** Where a liaison begins: what waits, what is about to end, and the way to everything else. */
export default class OverviewsController {
  async show({ auth, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const waiting = await inbox.list(account, { only: 'decide', place: {} })
    return view.render('pages/liaison/overviews/show', {
      waiting: waiting.rows.slice(0, 5),
      kinds: inbox.kinds,
      counts: await inbox.counts(account.organizationId),
    })
  }
}
