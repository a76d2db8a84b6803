import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import Folder from '#app/folders/folder'
import { composed, faultOfFolderName } from '#app/folders/tree/folder_name'
import { faultOfPath } from '#app/folders/tree/path_limits'
import { isNameTaken } from '#app/folders/tree/tree'
import { changeTrees } from '#app/folders/tree/tree_lock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Makes one folder below another. */
export function makeFolder(by: Account, parent: Folder, typed: string, outer?: Trx) {
  const name = composed(typed)
  return inTransaction(async (trx): Promise<Folder | { problems: Problems }> => {
    await changeTrees(trx)
    await parent.useTransaction(trx).refresh()
    await permit(by, 'folder.create', parent, trx)
    const problem = await problemOf(parent, name, trx)
    if (problem) return { problems: { name: [problem] } }
    return Folder.make(by, { name, organizationId: parent.organizationId, parent }, trx)
  }, outer)
}

async function problemOf(parent: Folder, name: string, trx: Trx) {
  const fault = faultOfFolderName(name)
  if (fault) return fault
  if (await isNameTaken(parent.id, name, { trx })) return nameIsTaken(name)
  return faultOfPath(`${await parent.path(trx)}/${name}`, parent.lineageIds.length + 1)
}

export const nameIsTaken = (name: string) =>
  `Another folder here is called “${name}”. Choose a name that is free.`
