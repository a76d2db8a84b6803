import type Account from '#app/accounts/account'
import type { Trx } from '#app/shared/transaction'
import { keep, onDraft } from '#app/support/records/draft'
import { isSingle } from '#app/support/records/entry_kinds'
import type Program from '#app/support/records/program'
import QuickReferenceChange from '#app/support/records/quick_reference_change'
import { errors } from '@adonisjs/lucid'

/** Puts back what was removed last under this id, before `next` if that is still there. False if it is there. */
export function restoreEntry(by: Account, program: Program, id: string, next?: string) {
  return onDraft(by, program, async (draft, trx) => {
    if (draft.entry(id)) return false
    const after = await removedFrom(program, id, trx)
    if (isSingle(after.kind) && draft.entries.some(({ kind }) => kind === after.kind)) return false
    const at = draft.entries.findIndex((entry) => entry.id === next)
    const entries = draft.entries.toSpliced(at < 0 ? draft.entries.length : at, 0, after)
    await keep(by, program, draft, { after, entries }, trx)
    return after
  })
}

/** How an entry was when it was removed. Throws E_ROW_NOT_FOUND for what never was. */
export async function removedFrom(program: Program, entryId: string, trx: Trx) {
  const last = await QuickReferenceChange.query({ client: trx })
    .where({ programId: program.id, entryId })
    .orderBy('id', 'desc')
    .firstOrFail()
  if (last.after || !last.before) throw new errors.E_ROW_NOT_FOUND()
  return last.before
}
