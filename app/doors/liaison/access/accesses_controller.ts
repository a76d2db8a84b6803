import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { accessAsked } from '#app/doors/liaison/requests/access_asked'
import { whyOf } from '#app/doors/liaison/access/access_words'
import { levelWords } from '#app/folders/subscriptions/level_words'
import { keptOf, tellProblems } from '#app/doors/http/forms/asked'
import { listAccess } from '#app/folders/access/access_list'
import { partnersAsOf } from '#app/folders/access/access_partners'
import { childrenAsOf } from '#app/folders/access/access_as_of'
import type { HttpContext } from '@adonisjs/core/http'

/** Who has access to what: by person, by folder or by organization, today or on any day before. */
export default class AccessesController {
  async index(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const { by, asked, at, folder, question, problems, isNow } = await accessAsked(ctx)
    tellProblems(ctx, asked, problems)
    const list = await listAccess(liaison, question, placeFrom(ctx.request.qs()))
    const kept = keptOf(asked, problems)
    return ctx.view.render('pages/liaison/accesses/index', {
      by,
      asked: kept,
      at,
      isNow,
      folder,
      below: by === 'folder' && folder ? await childrenAsOf(folder.id, at) : [],
      partners: by === 'organization' ? await partnersAsOf(liaison, at) : [],
      withOrganizationId: question.withOrganizationId,
      entries: list.rows.map((entry) => ({ ...entry, why: whyOf(entry) })),
      pages: pagesOf(list, kept),
      query: new URLSearchParams(kept).toString(),
      levelWords,
    })
  }
}
