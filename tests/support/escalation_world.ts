import type Account from '#app/accounts/account'
import { addEntry } from '#app/support/records/editing'
import type { Entry } from '#app/support/records/entry'
import Program from '#app/support/records/program'
import { createProgram } from '#app/support/records/program_keeping'
import { publish } from '#app/support/records/publishing'
import { srr } from '#tests/support/escalation'

const references = new Set(['primary', 'alternate', 'desk'])

/** SRR, published, with the people and levels of the table of moments; what leads to others stands behind them. */
export async function publishedSrr(liaison: Account, entries = srr, name = 'SRR') {
  const program = await createProgram(liaison, name)
  if (!(program instanceof Program)) throw new Error('There is such a program already')
  const ids = new Map<string, string>()
  for (const { id, kind, fields } of entries) {
    const said = Object.entries(fields)
    const values = said.map(([field, { value }]) => [
      field,
      references.has(field) ? ids.get(value) : value,
    ])
    const added = await addEntry(liaison, program, kind, {
      values: Object.fromEntries(values),
      audiences: Object.fromEntries(said.map(([field, { audience }]) => [field, audience])),
    })
    if ('problems' in added) throw new Error(JSON.stringify(added.problems))
    ids.set(id, (added as Entry).id)
  }
  await publish(liaison, program)
  return program
}
