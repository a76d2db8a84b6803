import { said, type Entry } from '#app/support/records/entry'
import { entryKinds } from '#app/support/records/entry_kinds'

/** An entry as the trail names it: "Service desk DOL Service Desk". */
export const labeled = (entry: Entry) =>
  `${entryKinds[entry.kind].label} ${said(entry, 'name')}`.trim()
