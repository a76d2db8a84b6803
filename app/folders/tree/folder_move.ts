import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type Folder from '#app/folders/folder'
import { nameIsTaken } from '#app/folders/tree/folder_making'
import FolderPlace from '#app/folders/tree/folder_place'
import { faultOfPathsUnder } from '#app/folders/tree/path_limits'
import { roomAt } from '#app/folders/tree/quota'
import { contentsOf, under } from '#app/folders/tree/subtree'
import { isNameTaken } from '#app/folders/tree/tree'
import { changeTrees } from '#app/folders/tree/tree_lock'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/**
 * Puts a folder with everything below it under another one of the same agency. Subscriptions, links and files go along, an upload
 * that is under way arrives in it; what is granted above counts as of its new place.
 */
export function moveFolder(by: Account, folder: Folder, to: Folder, outer?: Trx) {
  return inTransaction(async (trx): Promise<'moved' | { problem: string }> => {
    await changeTrees(trx)
    await folder.useTransaction(trx).refresh()
    await to.useTransaction(trx).refresh()
    await permit(by, 'folder.move', folder, trx)
    await permit(by, 'folder.create', to, trx)
    const problem = await whyNotTo(folder, to, trx)
    if (problem) return { problem }

    const before = await folder.path(trx)
    await place(folder, to, trx)
    const details = { before, path: await folder.path(trx), parentId: to.id }
    await record('folder.moved', { actor: by, subject: folder, details }, trx)
    return 'moved'
  }, outer)
}

/** Why a folder cannot stand under another one, as a sentence; undefined when it can. */
export async function whyNotTo(folder: Folder, to: Folder, trx?: Trx) {
  if (to.organizationId !== folder.organizationId) return 'A folder stays in its own agency.'
  if (to.id === folder.id) return 'A folder cannot be moved into itself.'
  if (to.lineage.startsWith(folder.lineage)) {
    return `“${to.name}” lies below “${folder.name}”: a folder cannot be moved under itself.`
  }
  if (to.id === folder.parentId) return `“${folder.name}” lies in “${to.name}” already.`
  if (await isNameTaken(to.id, folder.name, { trx })) return nameIsTaken(folder.name)
  const path = `${await to.path(trx)}/${folder.name}`
  return (
    (await faultOfPathsUnder(folder, path, to.lineageIds.length + 1, { trx })) ??
    (await whyNoRoom(folder, to, trx))
  )
}

/** A quota that holds at both places has counted it already. */
async function whyNoRoom(folder: Folder, to: Folder, trx?: Trx) {
  const beyond = to.lineageIds.filter((id) => !folder.lineageIds.includes(id))
  const { keptBytes } = await contentsOf(folder.lineage, trx)
  return keptBytes > (await roomAt(beyond, trx))
    ? `The quota of “${to.name}” leaves no room for what is in “${folder.name}”. Raise the quota first.`
    : undefined
}

/** Rows are locked by id, as everybody does who needs several: nobody waits in a circle. */
async function place(folder: Folder, to: Folder, trx: Trx) {
  const { lineage: before } = folder
  const after = `${to.lineage}${folder.id}/`
  await trx
    .from('folders')
    .whereRaw(...under(before))
    .orderBy('id')
    .forUpdate()
    .select('id')
  await trx
    .from('folders')
    .whereRaw(...under(before))
    .update({
      lineage: trx.raw('cast(? as varchar(2000)) || substr(lineage, ?)', [
        after,
        before.length + 1,
      ]),
    })
  await trx.from('folders').where('id', folder.id).update({ parent_id: to.id })
  await folder.useTransaction(trx).refresh()
  await FolderPlace.change(folder, now(), trx)
}
