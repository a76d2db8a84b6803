import type Account from '#app/accounts/account'
import type { Audience } from '#app/support/audience'
import { addEntry } from '#app/support/records/editing'
import type { Entry } from '#app/support/records/entry'
import type { EntryKind, FieldName } from '#app/support/records/entry_kinds'
import Program from '#app/support/records/program'
import { createProgram } from '#app/support/records/program_keeping'

type Values = Partial<Record<FieldName, string>>
type Audiences = Partial<Record<FieldName, Audience>>

/** A program of the liaison's agency with an empty draft. Throws if it cannot be. */
export async function aProgram(by: Account, name = 'SRR') {
  const program = await createProgram(by, name)
  if (program instanceof Program) return program
  throw new Error(JSON.stringify(program.problems))
}

/** An entry in the draft of a program. Throws if it cannot be. */
export async function anEntry(
  by: Account,
  program: Program,
  kind: EntryKind,
  values: Values,
  audiences: Audiences = {}
): Promise<Entry> {
  const entry = await addEntry(by, program, kind, { values, audiences })
  if ('id' in entry) return entry
  throw new Error(JSON.stringify(entry.problems))
}

/** A draft with something of every kind, each field filled in. */
export async function aFullRecord(by: Account, name = 'SRR') {
  const program = await aProgram(by, name)
  const put = (kind: EntryKind, values: Values, audiences?: Audiences) =>
    anEntry(by, program, kind, values, audiences)
  const owner = await put('owner', {
    name: 'Ada Adams',
    title: 'Director of Wage Records',
    postalAddress: '200 Folly Brook Boulevard\nWethersfield, CT 06109',
    phone: '860-555-0101',
    email: 'ada@example.gov',
  })
  const admin = await put('administrator', {
    name: 'Lena Long',
    username: 'lena',
    title: 'SFT Liaison',
    phone: '860-555-0102',
    email: 'lena@example.gov',
  })
  for (const kind of ['production', 'staging'] as const) {
    await put(kind, {
      version: 'Waybill 1.0',
      administration: `https://${kind}.example.gov:444/admin`,
      uploadTarget: `https://${kind}.example.gov`,
    })
  }
  const desk = await put('desk', {
    name: 'DOL Service Desk',
    address: 'https://desk.example.gov/',
    phone: '860-555-0119',
    option: 'option 9',
    email: 'desk@example.gov',
    hours: 'Mon–Fri 7:30–17:00',
    timeZone: 'America/New_York',
  })
  await put('contact', {
    name: 'Jo Jones',
    desk: desk.id,
    title: 'Analyst',
    phone: '860-555-0120',
    email: 'jo@example.gov',
  })
  await put('level', { severity: 'question', primary: desk.id, waitMinutes: '30' })
  await put('level', {
    severity: 'incident',
    primary: admin.id,
    alternate: owner.id,
    hours: 'always',
    timeZone: 'America/New_York',
    waitMinutes: '15',
  })
  await put('resource', { name: 'Manual', address: 'https://docs.example.gov/manual_1' })
  await put('note', { text: 'First line | with *stars* & <b>\n\nThird line' })
  return { program, owner, admin, desk }
}
