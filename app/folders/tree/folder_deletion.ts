import type Account from '#app/accounts/account'
import type { Actor, Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import Folder from '#app/folders/folder'
import { contentsOf, under } from '#app/folders/tree/subtree'
import { changeTrees } from '#app/folders/tree/tree_lock'
import { day, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import service from '#config/service'
import { FolderDeletionSchema } from '#database/schema'
import { errors } from '@adonisjs/lucid'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** A folder was deleted with everything below it, by whom and when; who recovered it, or when it was gone for good. */
export default class FolderDeletion extends FolderDeletionSchema implements Subject {
  subjectType = 'folder_deletion'
  declare organizationId: string

  @belongsTo(() => Folder)
  declare folder: BelongsTo<typeof Folder>

  /** Those that can be taken back still. */
  static open = scope((query) => query.whereNull('endedAt').whereNull('lapsedAt'))

  get subjectName() {
    return this.path
  }

  get recoverableUntil(): Instant {
    return this.createdAt + service.recoverDays * day
  }

  /** A deletion in the tree that a liaison keeps. Throws E_ROW_NOT_FOUND for any other. */
  static async findFor(liaison: Account, id: string) {
    const deletion = await this.query().where({ id }).preload('folder').first()
    if (!deletion) throw new errors.E_ROW_NOT_FOUND()
    return deletion.organizationId === liaison.organizationId
      ? deletion
      : conceal(liaison, deletion)
  }

  /** Writes down what goes, then takes along every folder below that was not deleted before. */
  static async of(folder: Folder, by: Actor, trx: Trx) {
    const { folders, files, sizeBytes } = await contentsOf(folder.lineage, trx)
    const counts = { folderCount: folders, fileCount: files, sizeBytes }
    const { id: folderId, organizationId } = folder
    const deletion = await this.create(
      { ...counts, folderId, organizationId, path: await folder.path(trx), createdBy: by.id },
      { client: trx }
    )
    await trx
      .from('folders')
      .whereRaw(...under(folder.lineage))
      .whereNull('deletion_id')
      .orderBy('id')
      .forUpdate()
      .select('id')
    await trx
      .from('folders')
      .whereRaw(...under(folder.lineage))
      .whereNull('deletion_id')
      .update({ deletion_id: deletion.id })
    deletion.$setRelated('folder', folder)
    return deletion
  }
}

/** Deletes a folder with everything in it, for 14 days. Null if it was deleted before. */
export function deleteFolder(by: Account, folder: Folder, outer?: Trx) {
  return inTransaction(async (trx) => {
    await changeTrees(trx)
    await folder.useTransaction(trx).refresh()
    if (folder.isDeleted) return null
    await permit(by, 'folder.remove', folder, trx)
    const deletion = await FolderDeletion.of(folder, by, trx)
    await folder.useTransaction(trx).refresh()
    const { path, folderCount, fileCount, sizeBytes } = deletion
    const details = { deletionId: deletion.id, path, folders: folderCount, files: fileCount }
    await record(
      'folder.deleted',
      { actor: by, subject: folder, details: { ...details, sizeBytes } },
      trx
    )
    return deletion
  }, outer)
}
