import type Account from '#app/accounts/account'
import Folder from '#app/folders/folder'
import { pathsOf } from '#app/folders/tree/folder_paths'
import { findByPath } from '#app/folders/tree/tree'
import { nameKey } from '#app/shared/names'
import { isSqlite } from '#app/shared/transaction'

/** So many are offered to somebody who typed a part of a name. */
const offered = 20

/** The folders of the organization that somebody may have meant: the one of that very path, or those with that in their name. */
export async function foldersMeant(keeper: Account, typed: string) {
  const names = typed
    .split(/[/\\]/)
    .map(nameKey)
    .map((name) => name.trim())
    .filter(Boolean)
  const last = names.at(-1)
  if (!last) return { exact: null, similar: [] }
  const exact = await findByPath(keeper.organizationId, typed)
  if (exact) return { exact, similar: [] }
  const found = await Folder.query()
    .where('organizationId', keeper.organizationId)
    .whereNull('ownerId')
    .whereNull('deletionId')
    .whereRaw(isSqlite() ? 'instr(name_key, ?) > 0' : 'strpos(name_key, ?) > 0', [last])
    .orderByRaw('case when name_key = ? then 0 else 1 end', [last])
    .orderBy('nameKey')
    .orderBy('id')
    .limit(200)
  const paths = await pathsOf(found.map(({ lineage }) => lineage))
  const inTree = await topsInTree(found)
  const named = found
    .filter(({ lineageIds }) => inTree.has(lineageIds[0]))
    .map((folder) => ({ folder, path: paths.get(folder.lineage)! }))
  const similar = named.filter(({ path }) => nameKey(path).endsWith(names.join('/')))
  return {
    exact: null,
    similar: (similar.length ? similar : named).slice(0, offered),
  }
}

/** What lies in a home is its owner's own, like the home itself. */
async function topsInTree(folders: Folder[]) {
  const tops = [...new Set(folders.map(({ lineageIds }) => lineageIds[0]))]
  const roots = await Folder.query().whereIn('id', tops).whereNull('ownerId').select('id')
  return new Set(roots.map(({ id }) => id))
}
