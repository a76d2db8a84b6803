import type Account from '#app/accounts/account'
import { addEntry } from '#app/support/records/editing'
import type { Entry } from '#app/support/records/entry'
import type { EntryKind, FieldName } from '#app/support/records/entry_kinds'
import type Program from '#app/support/records/program'
import { createProgram } from '#app/support/records/program_keeping'
import { publish } from '#app/support/records/publishing'
import { delivered } from '#tests/support/letters'

type Values = Partial<Record<FieldName, string>>

/** Puts an entry into the draft; throws if it cannot be. */
export async function put(
  by: Account,
  program: Program,
  kind: EntryKind,
  values: Values,
  audiences: Partial<Record<FieldName, string>> = {}
) {
  const entry = await addEntry(by, program, kind, { values, audiences })
  if ('problems' in entry) throw new Error(JSON.stringify(entry.problems))
  return entry
}

/** Jo, who has no account, and whose room number is for staff alone. */
export const jo = {
  name: 'Jo Jones',
  title: 'Room 17',
  phone: '860-555-0120',
  email: 'jo@example.gov',
}
const josAudiences = { name: 'public', title: 'staff', phone: 'signed_in', email: 'signed_in' }

/** A published program of the liaison's agency that names Jo, Ada (who has an account) and the desk. */
export async function aPublishedProgram(by: Account, name = 'SRR') {
  const program = (await createProgram(by, name)) as Program
  const desk = await put(by, program, 'desk', { name: 'DOL Service Desk', phone: '860-555-0119' })
  const jos = await put(by, program, 'contact', { ...jo, desk: desk.id }, josAudiences)
  const adas = await put(by, program, 'owner', { name: 'Ada Adams', email: 'ADA@example.gov' })
  const secret = await put(by, program, 'note', { text: 'The vault is behind the door.' })
  await publish(by, program)
  return { program, desk, jos, adas, secret }
}

/** Delivers what waits, and finds the way that the latest letter to an address leads. */
export async function confirmationLink(address: string) {
  const letters = await delivered()
  const own = letters.filter(({ envelopeTo }) => envelopeTo.includes(address))
  return /\/confirmations\/\S+/.exec(own.at(-1)?.text ?? '')?.[0] ?? ''
}

export type Named = { id: Entry['id'] }
