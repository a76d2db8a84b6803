import { theService } from '#app/audit/actor'
import { record, recordEach } from '#app/audit/record'
import File from '#app/files/file'
import { forgetKeys, removeBytes } from '#app/files/deleting/file_destruction'
import FolderDeletion from '#app/folders/tree/folder_deletion'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { day, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import service from '#config/service'

const atOnce = 200

/**
 * Deleted folders that nobody recovered in time are hidden for good, and the files in them destroyed like deleted files: their
 * waybills stay, their bytes go. A run that breaks off is taken up by the next one.
 */
export async function destroyForgottenFolders(asOf: Instant, signal?: AbortSignal) {
  await lapse(asOf)
  const lapsed = await FolderDeletion.query()
    .whereNotNull('lapsedAt')
    .whereNull('destroyedAt')
    .whereNull('endedAt')
    .orderBy('createdAt')
    .limit(100)
    .preload('folder')
  const count = { folders: 0, files: 0 }
  for (const deletion of lapsed) {
    count.files += await destroyFilesOf(deletion, signal)
    if (signal?.aborted) break
    await inTransaction((trx) => end(deletion, trx))
    count.folders += deletion.folderCount
  }
  return count
}

/** From here on nobody can recover them. */
function lapse(asOf: Instant) {
  return inTransaction((trx) =>
    FolderDeletion.query({ client: trx })
      .withScopes((scopes) => scopes.open())
      .where('createdAt', '<=', asOf - service.recoverDays * day)
      .update({ lapsedAt: asOf })
  )
}

/** What had been deleted by itself before goes with the other deleted files. */
async function destroyFilesOf(deletion: FolderDeletion, signal?: AbortSignal) {
  let destroyed = 0
  while (!signal?.aborted) {
    const files = await File.query()
      .whereIn('folderId', (query) =>
        query.from('folders').where('deletion_id', deletion.id).select('id')
      )
      .whereNull('deletedAt')
      .limit(atOnce)
      .preload('folder')
    if (!files.length) break
    await removeBytes(await inTransaction((trx) => destroyAll(files, deletion, trx)))
    destroyed += files.length
  }
  return destroyed
}

async function destroyAll(files: File[], { createdAt, createdBy }: FolderDeletion, trx: Trx) {
  const ids = files.map(({ id }) => id)
  await File.query({ client: trx })
    .whereIn('id', ids)
    .update({ deletedAt: createdAt, deletedBy: createdBy, destroyedAt: now() })
  const happenings = files.map((subject) => ({ actor: theService, subject }))
  await recordEach('file.destroyed', happenings, trx)
  return forgetKeys(ids, trx)
}

async function end(deletion: FolderDeletion, trx: Trx) {
  const { path, folderCount: folders, fileCount: files, folder: subject } = deletion
  const changed = await FolderDeletion.query({ client: trx })
    .where('id', deletion.id)
    .whereNull('destroyedAt')
    .update({ destroyedAt: now() })
  if (Number(changed) !== 1) return
  await trx
    .from('folders')
    .where('deletion_id', deletion.id)
    .update({ file_count: 0, size_bytes: 0, kept_bytes: 0, notices_from: null })
  await endSubscriptions(deletion, trx)
  const details = { path, folders, files }
  await record('folder.destroyed', { actor: theService, subject, details }, trx)
}

/** They gave nothing any more since the folder was deleted. */
async function endSubscriptions(deletion: FolderDeletion, trx: Trx) {
  const live = await FolderSubscription.query({ client: trx })
    .whereNull('endedAt')
    .whereIn('folderId', (query) =>
      query.from('folders').where('deletion_id', deletion.id).select('id')
    )
    .preload('folder')
    .preload('account')
  for (const subscription of live) await subscription.close(theService, 'folder_deleted', trx)
}
