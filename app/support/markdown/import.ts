import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { inTransaction, type Trx } from '#app/shared/transaction'
import {
  TableReading,
  type Remark,
  type TableTold,
  type Told,
} from '#app/support/markdown/reading_table'
import { said, type Entry } from '#app/support/records/entry'
import { checkEntry, isSame } from '#app/support/records/entry_check'
import { entryKinds, fieldsOf, isSingle, type FieldName } from '#app/support/records/entry_kinds'
import { calledAs } from '#app/support/records/lines'
import { accountsNamed } from '#app/support/records/named_accounts'
import type Program from '#app/support/records/program'
import { replaceEntries } from '#app/support/records/whole_draft'
import { v7 as uuidv7 } from 'uuid'

/** The most of a table that is read at once, in bytes. */
export const mostBytes = 64 * 1024

export const manners = ['add', 'replace'] as const
export type Manner = (typeof manners)[number]

/** What a table would bring into a record, and what of it would not come along. */
export interface Import extends Pick<TableTold, 'empty' | 'reviewedOn'> {
  entries: Entry[]
  remarks: Remark[]
}

/** Reads a table for a program. Nothing is changed. */
export async function readImport(
  by: Account,
  program: Program,
  text: string,
  trx?: Trx
): Promise<Import> {
  await permit(by, 'program.keep', program, trx)
  const { told, remarks, empty, reviewedOn } = new TableReading(text)
  const raw = told.filter(({ values }) => Object.keys(values).length).map(withId)
  const named = raw.map((one) => asEntry(one, one.values))
  const known = await accountsNamed(program.organizationId, named, trx)
  const found: Import = { entries: [], remarks: [...remarks], empty, reviewedOn }
  for (const one of raw) enter(one, named, known, found)
  if (reviewedOn) found.entries.push(dayNote(reviewedOn))
  found.remarks.sort((a, b) => a.line - b.line)
  return found
}

/**
 * Puts what a table says into the draft, all of it or nothing. What is there under the same name stays the same entry:
 * "replace" makes it say what the table says and removes everything else, "add" leaves it as it is. Undefined if the table
 * says nothing.
 */
export function applyImport(by: Account, program: Program, text: string, manner: Manner) {
  return inTransaction(async (trx) => {
    const { entries } = await readImport(by, program, text, trx)
    if (!entries.length) return undefined
    const says = (await program.draft(trx)) ?? (await program.published(trx))
    const before = says?.entries ?? []
    const { matched, others } = matching(entries, before)
    const wanted = manner === 'replace' ? matched : [...before, ...others]
    await replaceEntries(by, program, wanted, trx)
    return { entered: manner === 'replace' ? matched.length : others.length }
  })
}

type Raw = Told & { id: string }
const withId = (told: Told): Raw => ({ ...told, id: uuidv7() })

const asEntry = ({ id, kind }: Raw, values: Told['values']): Entry => ({
  id,
  kind,
  fields: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, audience: 'staff' as const }])
  ),
})

/** One entry, without the fields that cannot be kept; each of these is remarked, as is an entry that lacks what it needs. */
function enter(one: Raw, named: Entry[], known: Map<string, string>, found: Import) {
  const values = withReferences(one, named)
  const username = values.username
  if (username && !known.has(username)) {
    delete values.username
    remark(found, one, username, 'Your agency has no account with this user name.')
  }
  const first = checkEntry(one.kind, { values, audiences: one.audiences }, named)
  const faults = 'problems' in first ? first.problems : {}
  for (const [field, sentences] of Object.entries(faults)) {
    remark(
      found,
      one,
      values[field as FieldName] ?? said(asEntry(one, one.values), 'name'),
      sentences.join(' '),
      field as FieldName
    )
    delete values[field as FieldName]
  }
  const checked = checkEntry(one.kind, { values, audiences: one.audiences }, named)
  if ('problems' in checked) return
  if (isSingle(one.kind) && found.entries.some(({ kind }) => kind === one.kind)) {
    return remark(found, one, entryKinds[one.kind].label, 'The table has this twice.')
  }
  found.entries.push({ id: one.id, kind: one.kind, fields: checked.fields })
}

function remark(
  found: Import,
  told: Raw,
  text: string,
  problem: string,
  field: FieldName = 'name'
) {
  const line = told.lines[field] ?? told.line
  if (!found.remarks.some((other) => other.line === line && other.problem === problem)) {
    found.remarks.push({ line, text, problem })
  }
}

/** Names become the entries that they name; choices their values. What names nobody stays as it is, and is found wrong. */
function withReferences(one: Raw, named: Entry[]) {
  const values = { ...one.values }
  for (const [field, { type, choices }] of fieldsOf(one.kind)) {
    const value = values[field]
    if (choices && value) {
      values[field] =
        choices.find(({ label }) => label.toLowerCase() === value.toLowerCase())?.value ?? value
    }
    if ((type === 'desk' || type === 'callee') && value) {
      const fits = named.filter(({ kind }) => type === 'callee' || kind === 'desk')
      values[field] = fits.find((entry) => calledAs(entry, named) === value)?.id ?? value
    }
  }
  if (one.deskPrefix && !values.desk) {
    const prefix = one.deskPrefix.toLowerCase()
    const desk = named.find(
      (entry) => entry.kind === 'desk' && said(entry, 'name').toLowerCase().startsWith(prefix)
    )
    if (desk) values.desk = desk.id
  }
  return values
}

function dayNote(day: string): Entry {
  const { audience } = entryKinds.note.fields.text
  return { id: uuidv7(), kind: 'note', fields: { text: { value: `Reviewed on ${day}`, audience } } }
}

/**
 * What of a table is in the record already, by kind and name, with the record's own ids; and what is not. Levels have no names:
 * they are alike if they call the same.
 */
function matching(entries: Entry[], before: Entry[]) {
  const ids = new Map<string, string>()
  const levelsLast = [...entries].sort(
    (one, other) => Number(one.kind === 'level') - Number(other.kind === 'level')
  )
  for (const entry of levelsLast) {
    const taken = new Set(ids.values())
    const own = before.find(
      (other) =>
        other.kind === entry.kind && !taken.has(other.id) && isAlike(withIds(entry, ids), other)
    )
    if (own) ids.set(entry.id, own.id)
  }
  const matched = entries.map((entry) => withIds(entry, ids))
  return { matched, others: matched.filter((_, at) => !ids.has(entries[at].id)) }
}

const isAlike = (one: Entry, other: Entry) =>
  isSingle(one.kind) ||
  (['name', 'text'] as const).some(
    (field) => said(one, field) && said(one, field) === said(other, field)
  ) ||
  isSame(one.fields, other.fields)

function withIds(entry: Entry, ids: Map<string, string>): Entry {
  const fields = Object.entries(entry.fields).map(([name, kept]) => [
    name,
    { ...kept, value: ids.get(kept.value) ?? kept.value },
  ])
  return { ...entry, id: ids.get(entry.id) ?? entry.id, fields: Object.fromEntries(fields) }
}
