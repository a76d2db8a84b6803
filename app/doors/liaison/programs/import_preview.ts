import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { audienceWords } from '#app/support/audience_words'
import { readImport } from '#app/support/markdown/import'
import { nameOf } from '#app/support/records/entry'
import { entryKinds } from '#app/support/records/entry_kinds'
import { linesOf } from '#app/support/records/lines'
import { writtenOf } from '#app/support/records/editor'
import type { HttpContext } from '@adonisjs/core/http'

/** What a table would bring into the draft, and what of it was not understood. Nothing is changed by it. */
export async function importPreview(ctx: HttpContext, table: string) {
  const { liaison, program } = await keptProgram(ctx)
  const found = await readImport(liaison, program, table)
  const { entries: before } = await writtenOf(program)
  const entries = found.entries.map((entry) => ({
    id: entry.id,
    label: entryKinds[entry.kind].label,
    name: nameOf(entry),
    lines: linesOf(entry, found.entries).filter(({ field }) => field !== 'name'),
  }))
  return ctx.view.render('pages/liaison/program_imports/preview', {
    ...{ program, table, entries, audienceWords, count: before.length },
    ...{ remarks: found.remarks, empty: found.empty, reviewedOn: found.reviewedOn },
  })
}
