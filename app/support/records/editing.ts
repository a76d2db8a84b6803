import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { said, type Entry } from '#app/support/records/entry'
import { checkEntry, isSame, type TypedEntry } from '#app/support/records/entry_check'
import { entryKinds, isSingle, type EntryKind } from '#app/support/records/entry_kinds'
import Program from '#app/support/records/program'
import QuickReference from '#app/support/records/quick_reference'
import QuickReferenceChange from '#app/support/records/quick_reference_change'
import { errors } from '@adonisjs/lucid'
import { v7 as uuidv7 } from 'uuid'

/** Puts something new into the draft, behind what there is of its kind. */
export function addEntry(by: Account, program: Program, kind: EntryKind, typed: TypedEntry) {
  return onDraft(by, program, async (draft, trx): Promise<Entry | { problems: Problems }> => {
    if (isSingle(kind) && draft.entries.some((entry) => entry.kind === kind)) {
      return {
        problems: { form: [`There is a ${entryKinds[kind].label} already: change that one.`] },
      }
    }
    const checked = checkEntry(kind, typed, draft.entries)
    if ('problems' in checked) return checked
    const entry: Entry = { id: uuidv7(), kind, fields: checked.fields }
    await keep(by, program, draft, { after: entry, entries: [...draft.entries, entry] }, trx)
    return entry
  })
}

/** False if nothing is different: then nothing is done. Throws E_ROW_NOT_FOUND if the record has no such entry. */
export function changeEntry(by: Account, program: Program, id: string, typed: TypedEntry) {
  return onDraft(
    by,
    program,
    async (draft, trx): Promise<Entry | false | { problems: Problems }> => {
      const before = entryOf(draft, id)
      const others = draft.entries.filter((entry) => entry.id !== id)
      const checked = checkEntry(before.kind, typed, others)
      if ('problems' in checked) return checked
      if (isSame(before.fields, checked.fields)) return false
      const after = { ...before, fields: checked.fields }
      const entries = draft.entries.map((entry) => (entry.id === id ? after : entry))
      await keep(by, program, draft, { before, after, entries }, trx)
      return after
    }
  )
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
    await keep(by, program, draft, { before: entry, after: entry, entries }, trx)
    return true
  })
}

/** Puts many at once, as an import does: all of them, or none. */
export function addEntries(by: Account, program: Program, entries: Entry[], outer?: Trx) {
  const work = async (draft: QuickReference, trx: Trx) => {
    for (const after of entries) {
      await keep(by, program, draft, { after, entries: [...draft.entries, after] }, trx)
    }
  }
  return onDraft(by, program, work, outer)
}

/** The draft is taken up, from what is published if there is none, and held for the rest of the transaction. */
function onDraft<T>(
  by: Account,
  program: Program,
  work: (draft: QuickReference, trx: Trx) => Promise<T>,
  outer?: Trx
) {
  return inTransaction(async (trx) => {
    await permit(by, 'program.keep', program, trx)
    await Program.query({ client: trx }).where('id', program.id).forUpdate().firstOrFail()
    return work(await draftOf(by, program, trx), trx)
  }, outer)
}

/** A draft that was never stored is stored with its first change. */
async function draftOf(by: Account, program: Program, trx: Trx) {
  const draft = await program.draft(trx)
  if (draft) return draft
  const published = await program.published(trx)
  return new QuickReference().useTransaction(trx).merge({
    programId: program.id,
    number: (published?.number ?? 0) + 1,
    entries: published?.entries ?? [],
    createdBy: by.id,
  })
}

function entryOf(draft: QuickReference, id: string) {
  const entry = draft.entry(id)
  if (!entry) throw new errors.E_ROW_NOT_FOUND()
  return entry
}

interface Change {
  before?: Entry
  after?: Entry
  entries: Entry[]
}

async function keep(
  by: Account,
  program: Program,
  draft: QuickReference,
  { before, after, entries }: Change,
  trx: Trx
) {
  draft.useTransaction(trx).entries = entries
  await draft.save()
  const entry = (after ?? before)!
  await QuickReferenceChange.create(
    {
      programId: program.id,
      quickReferenceId: draft.id,
      entryId: entry.id,
      before: before ?? null,
      after: after ?? null,
      accountId: by.id,
    },
    { client: trx }
  )
  const details = { entry: `${entryKinds[entry.kind].label} ${said(entry, 'name')}`.trim() }
  const event = before ? (after ? 'changed' : 'removed') : 'added'
  await record(`quick_reference.${event}`, { actor: by, subject: program, details }, trx)
}
