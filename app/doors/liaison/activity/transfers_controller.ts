import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { keptOf, tellProblems } from '#app/doors/http/forms/asked'
import { transferAsked } from '#app/doors/liaison/activity/transfer_asked'
import { listTransfers } from '#app/files/activity/transfer_list'
import { totalsOf } from '#app/files/activity/transfer_totals'
import { countedUpTo } from '#app/files/activity/waiting_files'
import type { HttpContext } from '@adonisjs/core/http'

/** What came to the agency's folders, what went from them, and what nobody has picked up. */
export default class TransfersController {
  async index(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const { asked, question, problems } = transferAsked(ctx)
    tellProblems(ctx, asked, problems)
    const list = await listTransfers(liaison, question, placeFrom(ctx.request.qs()))
    const { organizationId } = liaison
    const kept = keptOf(asked, problems)
    return ctx.view.render('pages/liaison/transfers/index', {
      asked: kept,
      question,
      totals: await totalsOf({ ...question, organizationId }),
      countedUpTo,
      rows: list.rows,
      pages: pagesOf(list, kept),
      query: new URLSearchParams(kept).toString(),
    })
  }
}
