import type Account from '#app/accounts/account'
import { theService, type Actor } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { blobStore } from '#app/files/blobs/current_store'
import File from '#app/files/file'
import { day, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import service from '#config/service'
import logger from '@adonisjs/core/services/logger'

/** Deletes a deleted file for good. Its waybill stays; its bytes go. False if that happened before. */
export function destroyFile(by: Account, file: File) {
  return destroy(by, file, (trx) => permit(by, 'file.destroy', file, trx))
}

/** What nobody restored in time goes for good. Answers how many files did. */
export async function destroyForgotten(asOf: Instant) {
  const forgotten = await File.query()
    .where('deletedAt', '<=', asOf - service.recoverDays * day)
    .whereNull('destroyedAt')
    .orderBy('deletedAt')
    .limit(1_000)
    .preload('folder')
  let destroyed = 0
  for (const file of forgotten) {
    if (await destroy(theService, file)) destroyed++
  }
  return destroyed
}

async function destroy(by: Actor, file: File, ask?: (trx: Trx) => Promise<void>) {
  const keys = await inTransaction(async (trx) => {
    await ask?.(trx)
    const changed = await File.query({ client: trx })
      .where('id', file.id)
      .whereNotNull('deletedAt')
      .whereNull('destroyedAt')
      .update({ destroyedAt: now(), destroyedBy: by.id })
    if (Number(changed) !== 1) return null

    await record('file.destroyed', { actor: by, subject: file }, trx)
    return forgetKeys([file.id], trx)
  })
  if (keys) await removeBytes(keys)
  return keys !== null
}

/** From here on no row names the bytes. */
export async function forgetKeys(fileIds: string[], trx: Trx) {
  const versions = trx.from('file_versions').whereIn('file_id', fileIds)
  const rows = await versions.clone().select('blob_key', 'original_blob_key')
  await versions.update({ blob_key: null, original_blob_key: null })
  return rows.flatMap((row) => [row.blob_key, row.original_blob_key]).filter(Boolean) as string[]
}

/** Bytes that cannot be removed now are found by the sweep later: no row names them any more. */
export async function removeBytes(keys: string[]) {
  const results = await Promise.allSettled(keys.map((key) => blobStore().remove(key)))
  const failed = results.filter(({ status }) => status === 'rejected').length
  if (failed) logger.warn({ failed }, 'Bytes of destroyed files are left to the sweep')
}
