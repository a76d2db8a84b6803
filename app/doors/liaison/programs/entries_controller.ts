import { mend } from '#app/doors/http/forms/mend'
import { audienceOptions, formOf, typedEntry } from '#app/doors/liaison/programs/entry_form'
import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { entryValidator, kindValidator } from '#app/doors/liaison/programs/program_validator'
import { staffInWords } from '#app/support/audience_words'
import { addEntry, changeEntry } from '#app/support/records/editing'
import { writtenOf } from '#app/support/records/editor'
import { nameOf } from '#app/support/records/entry'
import { entryKinds, type EntryKind } from '#app/support/records/entry_kinds'
import { fingerprintOf } from '#app/support/records/fingerprint'
import { linesOf } from '#app/support/records/lines'
import { errors } from '@adonisjs/lucid'
import type { HttpContext } from '@adonisjs/core/http'

const shared = { audienceOptions, staffInWords }

/** What a quick reference tells of, one thing after the other; all kinds have the same form. */
export default class EntriesController {
  async create(ctx: HttpContext) {
    const { program } = await keptProgram(ctx)
    const kind = await this.#kind(ctx)
    const { entries } = await writtenOf(program)
    const page = { program, kind, label: entryKinds[kind].label, fields: formOf(kind, entries) }
    return ctx.view.render('pages/liaison/entries/create', { ...page, ...shared })
  }

  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const kind = await this.#kind(ctx)
    const typed = await ctx.request.validateUsing(entryValidator)
    const added = await addEntry(liaison, program, kind, typedEntry(typed))
    if ('problems' in added) {
      mend(ctx, added.problems)
      return this.#toNew(ctx, program.id, kind)
    }
    ctx.session.flash('done', `Added ${nameOf(added)} to the draft.`)
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }

  async edit(ctx: HttpContext) {
    const { program } = await keptProgram(ctx)
    const { entries } = await writtenOf(program)
    const entry = entries.find(({ id }) => id === ctx.params.entry_id)
    if (!entry) throw new errors.E_ROW_NOT_FOUND()
    const { kind } = entry
    return ctx.view.render('pages/liaison/entries/edit', {
      ...{ program, entry, kind, label: entryKinds[kind].label, name: nameOf(entry) },
      fields: formOf(kind, entries, entry),
      fingerprint: fingerprintOf(entry),
      lines: linesOf(entry, entries),
      ...shared,
    })
  }

  async update(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const { seen, ...typed } = await ctx.request.validateUsing(entryValidator)
    const id = ctx.params.entry_id
    const saved = await changeEntry(liaison, program, id, typedEntry({ ...typed, seen }), seen)
    if (saved && 'removed' in saved) {
      mend(ctx, {})
      ctx.session.flash('notice', 'Somebody removed this meanwhile. Save puts it in anew.')
      return this.#toNew(ctx, program.id, saved.removed)
    }
    if (saved && ('problems' in saved || 'conflict' in saved)) {
      mend(ctx, 'problems' in saved ? saved.problems : {})
      ctx.session.flash('isConflict', 'conflict' in saved)
      return ctx.response.redirect().toRoute('liaison.entries.edit', [program.id, id])
    }
    if (saved) ctx.session.flash('done', `Saved ${nameOf(saved)} in the draft.`)
    else ctx.session.flash('notice', 'It says so already, so nothing was changed.')
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }

  /** What is no kind of entry is no page either. */
  async #kind({ request }: HttpContext): Promise<EntryKind> {
    const [error, asked] = await kindValidator.tryValidate(request.qs())
    if (error) throw new errors.E_ROW_NOT_FOUND()
    return asked.kind
  }

  #toNew({ response }: HttpContext, programId: string, kind: EntryKind) {
    return response.redirect().withQs({ kind }).toRoute('liaison.entries.create', [programId])
  }
}
