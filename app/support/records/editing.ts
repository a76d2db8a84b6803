import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { keep, onDraft } from '#app/support/records/draft'
import type { Entry } from '#app/support/records/entry'
import { checkEntry, isSame, type TypedEntry } from '#app/support/records/entry_check'
import { entryKinds, fieldsOf, isSingle, type EntryKind } from '#app/support/records/entry_kinds'
import { fingerprintOf } from '#app/support/records/fingerprint'
import { usernameFault } from '#app/support/records/named_accounts'
import type Program from '#app/support/records/program'
import type QuickReference from '#app/support/records/quick_reference'
import { removedFrom } from '#app/support/records/restoring'
import { errors } from '@adonisjs/lucid'
import { v7 as uuidv7 } from 'uuid'

/** Puts something new into the draft, behind what there is of its kind. The same a second time is refused. */
export function addEntry(by: Account, program: Program, kind: EntryKind, typed: TypedEntry) {
  return onDraft(by, program, async (draft, trx): Promise<Entry | { problems: Problems }> => {
    const checked = checkEntry(kind, typed, draft.entries)
    if ('problems' in checked) return checked
    const entry: Entry = { id: uuidv7(), kind, fields: checked.fields }
    const problems =
      thereAlready(entry, draft.entries) ??
      (await usernameFault(program.organizationId, entry, trx))
    if (problems) return { problems }
    await keep(by, program, draft, { after: entry, entries: [...draft.entries, entry] }, trx)
    return entry
  })
}

function thereAlready({ kind, fields }: Entry, entries: Entry[]): Problems | undefined {
  const alike = entries.filter((entry) => entry.kind === kind)
  const [[first]] = fieldsOf(kind)
  if (isSingle(kind) && alike.length) {
    return { [first]: [`There is a ${entryKinds[kind].label} already: change that one.`] }
  }
  return alike.some((entry) => isSame(entry.fields, fields))
    ? { [first]: ['The quick reference says exactly this already, so nothing was added.'] }
    : undefined
}

/** What the change of an entry came to: false if nothing is different. */
type Changing =
  | Entry
  | false
  | { problems: Problems }
  /** Somebody changed it meanwhile: how it is now. */
  | { conflict: Entry }
  /** Somebody removed it meanwhile. */
  | { removed: EntryKind }

/**
 * Makes an entry say something else. `seen` is the fingerprint of what it said when the form was opened: whoever changed it
 * since is not overwritten unseen. Throws E_ROW_NOT_FOUND if the record never had such an entry.
 */
export function changeEntry(
  by: Account,
  program: Program,
  id: string,
  typed: TypedEntry,
  seen?: string
) {
  return onDraft(by, program, async (draft, trx): Promise<Changing> => {
    const before = draft.entry(id)
    if (!before) {
      const { kind } = await removedFrom(program, id, trx)
      return { removed: kind }
    }
    const others = draft.entries.filter((entry) => entry.id !== id)
    const checked = checkEntry(before.kind, typed, others)
    if ('problems' in checked) return checked
    if (isSame(before.fields, checked.fields)) return false
    if (seen && seen !== fingerprintOf(before)) return { conflict: before }
    const after = { ...before, fields: checked.fields }
    const problems = await usernameFault(program.organizationId, after, trx)
    if (problems) return { problems }
    const entries = draft.entries.map((entry) => (entry.id === id ? after : entry))
    await keep(by, program, draft, { before, after, entries }, trx)
    return after
  })
}

/** What leads to it, such as an escalation level, keeps its place in the record and is found by the checks. */
export function removeEntry(by: Account, program: Program, id: string) {
  return onDraft(by, program, async (draft, trx) => {
    const before = entryOf(draft, id)
    const entries = draft.entries.filter((entry) => entry.id !== id)
    await keep(by, program, draft, { before, entries }, trx)
    return before
  })
}

/** One place up or down among its kind; false at the end. Levels are called in this order. */
export function moveEntry(by: Account, program: Program, id: string, way: 'up' | 'down') {
  return onDraft(by, program, async (draft, trx) => {
    const entry = entryOf(draft, id)
    const alike = draft.entries.filter(({ kind }) => kind === entry.kind)
    const neighbor = alike[alike.indexOf(entry) + (way === 'up' ? -1 : 1)]
    if (!neighbor) return false
    const entries = draft.entries.map((one) =>
      one === entry ? neighbor : one === neighbor ? entry : one
    )
    const event = 'quick_reference.moved'
    await keep(by, program, draft, { before: entry, after: entry, entries, event }, trx)
    return true
  })
}

function entryOf(draft: QuickReference, id: string) {
  const entry = draft.entry(id)
  if (!entry) throw new errors.E_ROW_NOT_FOUND()
  return entry
}
