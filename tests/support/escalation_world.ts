import type Account from '#app/accounts/account'
import { addEntries } from '#app/support/records/whole_draft'
import type { Entry } from '#app/support/records/entry'
import Program from '#app/support/records/program'
import { createProgram } from '#app/support/records/program_keeping'
import { publish } from '#app/support/records/publishing'
import { srr } from '#tests/support/escalation'
import { v7 as uuidv7 } from 'uuid'

const references = new Set(['primary', 'alternate', 'desk'])

/** The same entries with ids of their own, as the database wants them. */
export function withIds(entries: Entry[]): Entry[] {
  const ids = new Map(entries.map(({ id }) => [id, uuidv7()]))
  return entries.map((entry) => ({
    ...entry,
    id: ids.get(entry.id)!,
    fields: Object.fromEntries(
      Object.entries(entry.fields).map(([name, field]) => [
        name,
        references.has(name) ? { ...field, value: ids.get(field.value)! } : field,
      ])
    ),
  }))
}

/** SRR, published, with the people and levels of the table of moments. */
export async function publishedSrr(liaison: Account, entries = srr, name = 'SRR') {
  const program = await createProgram(liaison, name)
  if (!(program instanceof Program)) throw new Error('There is such a program already')
  await addEntries(liaison, program, withIds(entries))
  await publish(liaison, program)
  return program
}
