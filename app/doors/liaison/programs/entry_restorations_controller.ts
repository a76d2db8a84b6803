import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { nextValidator } from '#app/doors/liaison/programs/program_validator'
import { nameOf } from '#app/support/records/entry'
import { restoreEntry } from '#app/support/records/restoring'
import type { HttpContext } from '@adonisjs/core/http'

/** `Undo`, after an entry was removed. */
export default class EntryRestorationsController {
  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const { next } = await ctx.request.validateUsing(nextValidator)
    const entry = await restoreEntry(liaison, program, ctx.params.entry_id, next)
    if (entry) ctx.session.flash('done', `${nameOf(entry)} is back in the draft.`)
    else ctx.session.flash('notice', 'It is there already, so nothing was done.')
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }
}
