import Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { restorableUntil } from '#app/files/deleting/file_deletion'
import File from '#app/files/file'
import { codeFrom } from '#app/files/file_code'
import Folder from '#app/folders/folder'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { errors } from '@adonisjs/lucid'

/** What became of what came in under a code, for who answers a caller. Looking at it is recorded. Throws E_ROW_NOT_FOUND. */
export async function traceReceipt(by: Account, typed: string) {
  const code = codeFrom(typed)
  const file = code && (await withFolder().where({ code }).first())
  if (!file) throw new errors.E_ROW_NOT_FOUND()
  return inTransaction(async (trx) => {
    await permit(by, 'receipt.trace', file, trx)
    await record('receipt.traced', { actor: by, subject: file, details: { code } }, trx)
    return {
      code: file.code,
      receivedAt: file.receivedAt,
      versionNumber: file.versionNumber,
      purgeAt: file.purgeAt,
      pickedUpAt: file.pickedUpAt,
      pickedUpBy: await pickedUpBy(file, trx),
      sender: await Account.findOrFail(file.senderId, { client: trx }),
      ...(await placeOf(file, trx)),
      ...(await endOf(file, trx)),
    }
  })
}

const withFolder = () => File.query().preload('folder', (folder) => folder.preload('organization'))

/** How many people besides its sender have opened what stands there now. */
async function pickedUpBy(file: File, trx: Trx) {
  const [row] = await trx
    .from('audit_entries')
    .where({ subject_id: file.id, outcome: 'done' })
    .whereIn('event', ['file.downloaded', 'file.viewed'])
    .whereNot('actor_id', file.senderId)
    .where('created_at', '>=', file.receivedAt)
    .countDistinct('actor_id as count')
  return Number(row.count)
}

/** In whatever depth of somebody's home, all that is told is whose home it is. */
async function placeOf({ folder }: File, trx: Trx) {
  const top = await Folder.findOrFail(folder.lineageIds[0], { client: trx })
  const owner = top.ownerId ? await Account.findOrFail(top.ownerId, { client: trx }) : null
  return { folder, owner, path: owner ? null : await folder.path(trx) }
}

async function endOf({ deletedAt, deletedBy, destroyedAt, folder }: File, trx: Trx) {
  const who = deletedBy ? await Account.find(deletedBy, { client: trx }) : null
  const fate = destroyedAt
    ? 'destroyed'
    : folder.isDeleted
      ? 'folder_deleted'
      : deletedAt
        ? 'deleted'
        : 'there'
  return {
    fate: fate as 'there' | 'deleted' | 'folder_deleted' | 'destroyed',
    deletedAt,
    destroyedAt,
    deletedBy: who?.fullName ?? null,
    restorableUntil: deletedAt && restorableUntil(deletedAt),
  }
}
