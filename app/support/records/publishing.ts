import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { now } from '#app/shared/clock'
import { News } from '#app/shared/news'
import { inTransaction, type Trx } from '#app/shared/transaction'
import type Program from '#app/support/records/program'
import QuickReference from '#app/support/records/quick_reference'
import QuickReferenceChange from '#app/support/records/quick_reference_change'

/** A program's record says something else from now on, is called otherwise, or (`isRetired`) is shown no more: for what is derived from it. */
export const recordPublished = new News<{ program: Program; edition: QuickReference }>(
  'record published'
)

/** Makes the draft what everybody is told. False if there is no draft: then nothing is done. */
export function publish(by: Account, program: Program, outer?: Trx) {
  return inTransaction(async (trx) => {
    await permit(by, 'program.keep', program, trx)
    const published = await QuickReference.query({ client: trx })
      .where('programId', program.id)
      .whereNull('publishedAt')
      .update({ publishedAt: now(), publishedBy: by.id })
    if (Number(published) !== 1) return false
    const edition = (await program.published(trx))!
    const details = { number: edition.number }
    await record('quick_reference.published', { actor: by, subject: program, details }, trx)
    await recordPublished.tell({ program, edition }, trx)
    return true
  }, outer)
}

/** Throws away what was changed since the last edition. False if nothing was; the first draft of all stays. */
export function discardDraft(by: Account, program: Program) {
  return inTransaction(async (trx) => {
    await permit(by, 'program.keep', program, trx)
    if (!(await program.published(trx))) return false
    const draft = await program.draft(trx)
    if (!draft) return false
    await QuickReferenceChange.query({ client: trx }).where('quickReferenceId', draft.id).delete()
    await draft.delete()
    await record('quick_reference.discarded', { actor: by, subject: program }, trx)
    return true
  })
}
