import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import type { Event } from '#app/audit/events'
import { record } from '#app/audit/record'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { said, type Entry } from '#app/support/records/entry'
import { entryKept } from '#app/support/records/entry_kept'
import { entryKinds } from '#app/support/records/entry_kinds'
import Program from '#app/support/records/program'
import QuickReference from '#app/support/records/quick_reference'
import QuickReferenceChange from '#app/support/records/quick_reference_change'

/** The draft is taken up, from what is published if there is none, and held for the rest of the transaction. */
export function onDraft<T>(
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

interface Change {
  before?: Entry
  after?: Entry
  entries: Entry[]
  event?: Event
  /** It came from elsewhere as it is, from a table or another program: nobody has looked at it by that. */
  isTakenOver?: boolean
}

/** The draft as it is from now on, and the one change that made it so. */
export async function keep(
  by: Account,
  program: Program,
  draft: QuickReference,
  { before, after, entries, event, isTakenOver }: Change,
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
  const usual = before ? (after ? 'changed' : 'removed') : 'added'
  await record(event ?? `quick_reference.${usual}`, { actor: by, subject: program, details }, trx)
  if (!isTakenOver) await entryKept.tell({ by, program, before, after }, trx)
}
