import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import File from '#app/files/file'
import { mayKnowOfVersion } from '#app/files/file_policy'
import FileVersion from '#app/files/file_version'
import { pickedUpBefore } from '#app/files/sending/pick_up'
import { lockFolder, tally } from '#app/folders/tally'
import { inTransaction } from '#app/shared/transaction'

/**
 * Makes an earlier version the current one again; the later ones are kept. The file is its sender's again, as a drop-off
 * folder goes by who sent what stands there. False if it is so already, or cannot be.
 */
export function restoreVersion(by: Account, file: File, number: number) {
  return inTransaction(async (trx) => {
    await permit(by, 'file.revert', file, trx)
    await lockFolder(file.folderId, trx)
    await file.useTransaction(trx).refresh()
    const version = await FileVersion.query({ client: trx })
      .where({ fileId: file.id, number })
      .whereNotNull('blobKey')
      .first()
    if (!version || number === file.versionNumber) return false
    if (!(await mayKnowOfVersion(by, file, version, trx))) return false

    const { sizeBytes, sha256, senderId, createdAt: receivedAt } = version
    const pickedUpAt = await pickedUpBefore(version, trx)
    const changed = await File.query({ client: trx })
      .where({ id: file.id, versionNumber: file.versionNumber })
      .whereNull('deletedAt')
      .update({ versionNumber: number, sizeBytes, sha256, senderId, receivedAt, pickedUpAt })
    if (Number(changed) !== 1) return false

    await tally(file.folderId, { files: 0, bytes: sizeBytes - file.sizeBytes, keptBytes: 0 }, trx)
    const details = { version: number, before: file.versionNumber }
    await record('file.version_restored', { actor: by, subject: file, details }, trx)
    return true
  })
}
