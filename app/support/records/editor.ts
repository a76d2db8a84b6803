import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { nameOf, said, type Entry } from '#app/support/records/entry'
import { entryKinds } from '#app/support/records/entry_kinds'
import { linesOf, type Line } from '#app/support/records/lines'
import { accountsNamed } from '#app/support/records/named_accounts'
import type Program from '#app/support/records/program'
import { sectionsOf } from '#app/support/records/sections'

/** An entry as the liaison looks at it while writing. */
export interface EditedEntry {
  entry: Entry
  /** What it is: "Service desk". */
  label: string
  name: string
  lines: Line[]
  isFirst: boolean
  isLast: boolean
  /** The account of the person, if the entry names one that is there. */
  accountId?: string
}

/** What a program says at present to who keeps it: the draft, if there is one. */
export async function writtenOf(program: Program) {
  const draft = await program.draft()
  const published = await program.published()
  await published?.load('publisher')
  return { draft, published, entries: (draft ?? published)?.entries ?? [] }
}

/** The page on which a quick reference is written: every part with its entries, also those with none yet. */
export async function editorOf(by: Account, program: Program) {
  await permit(by, 'program.keep', program)
  const written = await writtenOf(program)
  const accounts = await accountsNamed(program.organizationId, written.entries)
  const sections = sectionsOf(written.entries).map((section) => ({
    ...section,
    entries: section.entries.map((entry): EditedEntry => {
      const alike = section.entries.filter(({ kind }) => kind === entry.kind)
      return {
        entry,
        label: entryKinds[entry.kind].label,
        name: entry.kind === 'level' ? `Level ${alike.indexOf(entry) + 1}` : nameOf(entry),
        lines: linesOf(entry, written.entries).filter(({ field }) => field !== 'name'),
        isFirst: alike[0] === entry,
        isLast: alike.at(-1) === entry,
        accountId: accounts.get(said(entry, 'username')),
      }
    }),
  }))
  return { ...written, sections }
}
