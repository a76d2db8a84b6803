import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { Refusal } from '#app/audit/refusal'
import File from '#app/files/file'
import { keptBytesOf } from '#app/files/deleting/kept_bytes'
import type Folder from '#app/folders/folder'
import { lockFolder, tally } from '#app/folders/tally'
import { day, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import service from '#config/service'

/** Until when a deleted file can be restored. */
export const restorableUntil = (deletedAt: Instant) => deletedAt + service.recoverDays * day

/** What came of deleting several files: each stands in one of the two. */
export interface Deletions {
  deleted: File[]
  kept: Array<{ file: File; sentence: string }>
}

/** Deletes the ticked files of a folder, each by itself: one that must stay does not keep the others. */
export async function deleteFiles(by: Account, folder: Folder, ids: string[]): Promise<Deletions> {
  const result: Deletions = { deleted: [], kept: [] }
  for (const file of await File.knownTo(by, folder, ids)) {
    try {
      if (await deleteFile(by, file)) result.deleted.push(file)
      else result.kept.push({ file, sentence: 'Somebody had deleted it already.' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      result.kept.push({ file, sentence: error.decision.sentence })
    }
  }
  return result
}

/** Seed: service guide, "the Delete method is immediate". Here it can be undone. False if it was deleted before. */
export function deleteFile(by: Account, file: File, outer?: Trx) {
  return inTransaction(async (trx) => {
    await lockFolder(file.folderId, trx)
    await permit(by, 'file.delete', file, trx)
    const changed = await File.query({ client: trx })
      .where('id', file.id)
      .whereNull('deletedAt')
      .update({ deletedAt: now(), deletedBy: by.id })
    if (Number(changed) !== 1) return false

    await file.useTransaction(trx).refresh()
    const keptBytes = -(await keptBytesOf(file, trx))
    await tally(file.folderId, { files: -1, bytes: -file.sizeBytes, keptBytes }, trx)
    await record('file.deleted', { actor: by, subject: file }, trx)
    return true
  }, outer)
}
