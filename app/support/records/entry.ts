import { isFor, type Audience } from '#app/support/audience'
import { entryKinds, type EntryKind, type FieldName } from '#app/support/records/entry_kinds'

/** What one field says, and for whom. */
export interface Value {
  value: string
  audience: Audience
}

/** One thing that a quick reference tells of: a person, an environment, a desk, a level. Its id stays through all editions. */
export interface Entry {
  id: string
  kind: EntryKind
  fields: Partial<Record<FieldName, Value>>
}

/** What a field says; '' where it says nothing. */
export const said = (entry: Entry, field: FieldName) => entry.fields[field]?.value ?? ''

/** An entry in one line, by what it is known by: "Lena Long", "DOL Service Desk", "Production Environment". */
export function nameOf(entry: Entry) {
  return said(entry, 'name') || entryKinds[entry.kind].label
}

/**
 * The entries as a reader of an audience may know them: fields for a narrower one are not there at all, and neither is an
 * entry of which nothing is left. Every page, print, export, search and mail goes through here.
 */
export function shownTo(audience: Audience, entries: Entry[]): Entry[] {
  return entries
    .map((entry) => ({ ...entry, fields: fieldsFor(audience, entry) }))
    .filter(({ fields }) => Object.keys(fields).length > 0)
}

const fieldsFor = (audience: Audience, { fields }: Entry) =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, { value, audience: meant }]) => value && isFor(audience, meant)
    )
  ) as Entry['fields']

/** In the order of the page: by kind, and within a kind as they were put. */
export function inOrder(entries: Entry[]) {
  const order = Object.keys(entryKinds)
  return entries
    .map((entry, at) => ({ entry, at }))
    .sort(
      (one, other) =>
        order.indexOf(one.entry.kind) - order.indexOf(other.entry.kind) || one.at - other.at
    )
    .map(({ entry }) => entry)
}
