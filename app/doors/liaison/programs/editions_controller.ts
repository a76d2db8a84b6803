import { momentOf } from '#app/doors/http/forms/moment'
import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { audienceWords } from '#app/support/audience_words'
import { editionOf, listEditions } from '#app/support/records/editions'
import QuickReference from '#app/support/records/quick_reference'
import { sheetOf } from '#app/support/records/sheet'
import { inOrder } from '#app/support/records/entry'
import type { HttpContext } from '@adonisjs/core/http'

/** What a quick reference said, edition by edition. */
export default class EditionsController {
  /** A day in the address leads to what was said at its end. */
  async index(ctx: HttpContext) {
    const { request, response, view } = ctx
    const { liaison, program } = await keptProgram(ctx)
    const { on } = request.qs()
    const at = typeof on === 'string' && on ? momentOf(on) : undefined
    const edition = at ? await QuickReference.saidAt(program.id, at) : undefined
    if (edition) {
      const params = { program_id: program.id, edition_id: edition.id }
      return response.redirect().withQs({ on }).toRoute('liaison.editions.show', params)
    }
    const list = await listEditions(liaison, program, placeFrom(request.qs()))
    const page = { program, editions: list.rows, pages: pagesOf(list), on, at }
    return view.render('pages/liaison/editions/index', page)
  }

  async show(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const shown = await editionOf(liaison, program, ctx.params.edition_id)
    const { on } = ctx.request.qs()
    return ctx.view.render('pages/liaison/editions/show', {
      program,
      ...shown,
      audienceWords,
      parts: sheetOf(inOrder(shown.edition.entries)),
      asked: typeof on === 'string' ? momentOf(on) : null,
    })
  }
}
