import type Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type Folder from '#app/folders/folder'
import { nameIsTaken } from '#app/folders/tree/folder_making'
import { composed, faultOfFolderName } from '#app/folders/tree/folder_name'
import { faultOfPathsUnder } from '#app/folders/tree/path_limits'
import { isNameTaken } from '#app/folders/tree/tree'
import { changeTrees } from '#app/folders/tree/tree_lock'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Gives a folder another name. Subscriptions and links go by its id, so they stay. `same`: it is called so already. */
export function renameFolder(by: Account, folder: Folder, typed: string, outer?: Trx) {
  const name = composed(typed)
  return inTransaction(async (trx): Promise<'renamed' | 'same' | { problems: Problems }> => {
    await changeTrees(trx)
    await folder.useTransaction(trx).refresh()
    await permit(by, 'folder.rename', folder, trx)
    if (name === folder.name) return 'same'
    const problem = await problemOf(folder, name, trx)
    if (problem) return { problems: { name: [problem] } }

    const before = folder.name
    await folder
      .useTransaction(trx)
      .merge({ name, nameKey: nameKey(name) })
      .save()
    const details = { before, path: await folder.path(trx) }
    await record('folder.renamed', { actor: by, subject: folder, details }, trx)
    return 'renamed'
  }, outer)
}

async function problemOf(folder: Folder, name: string, trx: Trx) {
  const fault = faultOfFolderName(name)
  if (fault) return fault
  if (await isNameTaken(folder.parentId!, name, { except: folder, trx })) return nameIsTaken(name)
  const path = await folder.path(trx)
  const above = path.slice(0, -folder.name.length)
  return faultOfPathsUnder(folder, above + name, folder.lineageIds.length, { trx })
}
