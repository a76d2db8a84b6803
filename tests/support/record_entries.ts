import { day, now } from '#app/shared/clock'
import type { Audience } from '#app/support/audience'
import type { CheckContext } from '#app/support/freshness/checks/finding'
import type { Entry } from '#app/support/records/entry'
import { fieldsOf, type EntryKind, type FieldName } from '#app/support/records/entry_kinds'

let made = 0

/** An entry by hand, each field for whom its kind has it unless said otherwise: checks ask nothing of a database. */
export function entryOf(
  kind: EntryKind,
  values: Partial<Record<FieldName, string>>,
  audience?: Audience
): Entry {
  const usual = new Map(fieldsOf(kind).map(([name, field]) => [name, field.audience]))
  const fields = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, audience: audience ?? usual.get(name as FieldName) ?? 'signed_in' },
    ])
  )
  return { id: `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`, kind, fields }
}

/** Nothing is known besides the entries: reviewed today, nobody left, every mail arrived. */
export function quietContext(entries: Entry[], more: Partial<CheckContext> = {}): CheckContext {
  const asOf = now()
  return {
    asOf,
    oldBefore: asOf - 365 * day,
    usernames: new Map(),
    emails: new Map(),
    failed: new Set(),
    standing: { reviewedAt: asOf, reviewedBy: 'Lena Long', since: asOf, staleAt: asOf + 90 * day },
    verified: new Map(entries.map(({ id }) => [id, { at: asOf, by: 'Lena Long' }])),
    ...more,
  }
}

/** A record in which the checks find nothing. */
export function soundRecord() {
  const person = (kind: EntryKind, name: string, more = {}) =>
    entryOf(kind, { name, phone: '860-555-0101', email: `${name[0]}@example.gov`, ...more })
  const owner = person('owner', 'Ann Able', { postalAddress: '2019 Main St, Hartford' })
  const desk = entryOf('desk', {
    name: 'DOL Service Desk',
    phone: '860-555-0119',
    hours: 'Mon–Fri 8:00–17:00',
    address: 'https://desk.example.gov/',
  })
  const level = { severity: 'question', primary: desk.id, alternate: owner.id, waitMinutes: '30' }
  return [
    owner,
    person('owner', 'Bob Best'),
    person('administrator', 'Cid Cole'),
    person('administrator', 'Dot Dean'),
    entryOf('production', environment('sft')),
    entryOf('staging', environment('staging')),
    desk,
    person('contact', 'Eve East', { desk: desk.id }),
    person('contact', 'Flo Fast', { desk: desk.id }),
    entryOf('level', level),
    entryOf('resource', { name: 'Manual', address: 'https://docs.example.gov/manual' }),
    entryOf('note', { text: 'Ask early.' }),
  ]
}

const environment = (host: string) => ({
  version: 'Secure Transport 5.3.0',
  administration: `https://${host}.example.gov:444/admin`,
  uploadTarget: `https://${host}.example.gov`,
})
