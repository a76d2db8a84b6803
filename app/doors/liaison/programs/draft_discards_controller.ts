import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { differencesOf } from '#app/support/records/differences'
import { writtenOf } from '#app/support/records/editor'
import { discardDraft } from '#app/support/records/publishing'
import type { HttpContext } from '@adonisjs/core/http'

/** What was changed since the last edition is thrown away. Asked on a page of its own, for nothing brings it back. */
export default class DraftDiscardsController {
  async create(ctx: HttpContext) {
    const { program } = await keptProgram(ctx)
    const { draft, published } = await writtenOf(program)
    const differences = draft && published ? differencesOf(published.entries, draft.entries) : []
    const page = { program, draft, published, differences }
    return ctx.view.render('pages/liaison/draft_discards/create', page)
  }

  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const isDone = await discardDraft(liaison, program)
    const said = isDone ? 'Discarded the draft.' : 'There is no draft that could be discarded.'
    ctx.session.flash(isDone ? 'done' : 'notice', said)
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }
}
