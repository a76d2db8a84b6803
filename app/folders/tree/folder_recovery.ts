import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import Folder from '#app/folders/folder'
import FolderDeletion from '#app/folders/tree/folder_deletion'
import { nameIsTaken } from '#app/folders/tree/folder_making'
import { composed, faultOfFolderName } from '#app/folders/tree/folder_name'
import { faultOfPathsUnder } from '#app/folders/tree/path_limits'
import { isNameTaken } from '#app/folders/tree/tree'
import { changeTrees } from '#app/folders/tree/tree_lock'
import { now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** `gone`: it was recovered before, or is gone for good. `under_deleted`: the folder above it is deleted, too. */
type Recovery = 'recovered' | 'gone' | 'under_deleted' | { isTaken: boolean; problems: Problems }

/** Brings a deleted folder back with what was deleted along with it, under its name or another one. */
export function recoverFolder(by: Account, deletion: FolderDeletion, typed?: string, outer?: Trx) {
  return inTransaction(async (trx): Promise<Recovery> => {
    await changeTrees(trx)
    await permit(by, 'folder.recover', deletion, trx)
    const folder = await Folder.findOrFail(deletion.folderId, { client: trx })
    const parent = await Folder.findOrFail(folder.parentId!, { client: trx })
    if (folder.deletionId !== deletion.id) return 'gone'
    if (parent.isDeleted) return 'under_deleted'
    const before = folder.name
    folder.name = composed(typed ?? before)
    const isTaken = await isNameTaken(parent.id, folder.name, { trx })
    const problem = await problemOf(folder, parent, isTaken, trx)
    if (problem) return { isTaken, problems: { name: [problem] } }
    if (!(await end(deletion, by, trx))) return 'gone'

    await bringBack(folder, trx)
    const details = { path: await folder.path(trx), ...(before !== folder.name && { before }) }
    await record('folder.recovered', { actor: by, subject: folder, details }, trx)
    return 'recovered'
  }, outer)
}

/** Named before it is back: the name that it had may be somebody else's by now. */
async function bringBack({ id, name, deletionId }: Folder, trx: Trx) {
  await trx
    .from('folders')
    .where({ id })
    .update({ name, name_key: nameKey(name) })
  await trx.from('folders').where('deletion_id', deletionId!).update({ deletion_id: null })
}

/** Of two who recover it at once, one does. */
async function end(deletion: FolderDeletion, by: Account, trx: Trx) {
  const changed = await FolderDeletion.query({ client: trx })
    .where('id', deletion.id)
    .withScopes((scopes) => scopes.open())
    .update({ endedAt: now(), endedBy: by.id })
  return Number(changed) === 1
}

/** Meanwhile the folders above may have got longer names, or moved. */
async function problemOf(folder: Folder, parent: Folder, isTaken: boolean, trx: Trx) {
  const fault = faultOfFolderName(folder.name)
  if (fault || isTaken) return fault ?? nameIsTaken(folder.name)
  const rows = await Folder.query({ client: trx }).where('deletionId', folder.deletionId!)
  rows.sort((a, b) => a.lineage.length - b.lineage.length)
  const path = `${await parent.path(trx)}/${folder.name}`
  return faultOfPathsUnder(folder, path, folder.lineageIds.length, { rows, trx })
}
