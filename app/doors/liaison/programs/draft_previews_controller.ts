import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { audiences } from '#app/support/audience'
import { writtenOf } from '#app/support/records/editor'
import { inOrder, shownTo } from '#app/support/records/entry'
import { sheetOf } from '#app/support/records/sheet'
import type { HttpContext } from '@adonisjs/core/http'

/** What is written at present as each audience would see it. */
export default class DraftPreviewsController {
  async show(ctx: HttpContext) {
    const { program } = await keptProgram(ctx)
    const as = ctx.request.qs().as
    const audience = audiences.find((one) => one === as) ?? 'public'
    const { draft, entries } = await writtenOf(program)
    const parts = sheetOf(inOrder(shownTo(audience, entries)))
    const page = { program, draft, audience, audiences, parts }
    return ctx.view.render('pages/liaison/draft_previews/show', page)
  }
}
