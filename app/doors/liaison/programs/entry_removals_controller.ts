import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { removeEntry } from '#app/support/records/editing'
import { writtenOf } from '#app/support/records/editor'
import { nameOf } from '#app/support/records/entry'
import type { HttpContext } from '@adonisjs/core/http'

/** `Remove`: at once, and `Undo` under the message puts it back where it was. */
export default class EntryRemovalsController {
  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const { entries } = await writtenOf(program)
    const at = entries.findIndex(({ id }) => id === ctx.params.entry_id)
    const removed = await removeEntry(liaison, program, ctx.params.entry_id)
    const { id } = removed
    ctx.session.flash('entryRemoval', {
      id,
      name: nameOf(removed),
      next: entries[at + 1]?.id ?? '',
    })
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }
}
