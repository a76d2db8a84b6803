import { said, type Entry } from '#app/support/records/entry'
import { entryKinds, fieldsOf } from '#app/support/records/entry_kinds'

/** An entry as the trail and a list name it: "Service desk DOL Service Desk". */
export const labeled = (entry: Entry) =>
  `${entryKinds[entry.kind].label} ${said(entry, 'name')}`.trim()

/** What an entry says, line by line; a desk is named if it is among the entries. */
export const linesIn = (entry: Entry, entries: Entry[]) =>
  fieldsOf(entry.kind).flatMap(([field, { label, type }]) => {
    const value = said(entry, field)
    const named = type === 'desk' ? entries.find(({ id }) => id === value) : undefined
    const text = type === 'desk' ? (named ? said(named, 'name') : '') : value
    return text ? [{ label, text }] : []
  })
