import {
  replaceEntries,
  type PublishedEntry,
  type PublishedKind,
} from '#app/support/lookup/entries'
import { nameOf, said, type Entry } from '#app/support/records/entry'
import { entryKinds, type EntryKind } from '#app/support/records/entry_kinds'
import type Program from '#app/support/records/program'
import { recordPublished } from '#app/support/records/publishing'
import type QuickReference from '#app/support/records/quick_reference'

/** What of a quick reference is found by itself; levels only point to people and desks, and notes are the program's own words. */
const found: Partial<Record<EntryKind, PublishedKind>> = {
  owner: 'contact',
  administrator: 'contact',
  contact: 'contact',
  production: 'environment',
  staging: 'environment',
  desk: 'desk',
  resource: 'resource',
}

/** The help desk finds what a record says now; of a retired program it finds nothing. */
recordPublished.hear('lookup', ({ program, edition }, trx) =>
  replaceEntries(program.id, program.retiredAt ? [] : entriesOf(program, edition), trx)
)

function entriesOf(program: Program, { entries }: QuickReference): PublishedEntry[] {
  const { id, organizationId, name } = program
  const notes = entries.filter(({ kind }) => kind === 'note').map((note) => said(note, 'text'))
  const own = { kind: 'program', subjectId: id, organizationId, title: name, texts: notes } as const
  return [own, ...entries.flatMap((entry) => entryOf(program, entry))]
}

function entryOf(program: Program, entry: Entry): PublishedEntry[] {
  const kind = found[entry.kind]
  if (!kind) return []
  const { label } = entryKinds[entry.kind]
  const [phone, option] = [said(entry, 'phone'), said(entry, 'option')]
  const name = kind === 'environment' ? `${program.name}: ${label}` : titleOf(entry)
  const addresses = ['email', 'address', 'administration', 'uploadTarget'] as const
  return [
    {
      kind,
      subjectId: `${program.id}:${entry.id}`,
      organizationId: program.organizationId,
      title: name,
      detail: detailOf([`${label} of ${program.name}`, said(entry, 'title'), phone, option]),
      names: addresses.map((field) => said(entry, field)).filter(Boolean),
      phones: [phone],
      texts: [label, program.name, said(entry, 'title'), said(entry, 'version')],
    },
  ]
}

const titleOf = (entry: Entry) => said(entry, 'name') || said(entry, 'address') || nameOf(entry)

const detailOf = (parts: string[]) => parts.filter(Boolean).join(' · ')
