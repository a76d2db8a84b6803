import type Account from '#app/accounts/account'
import Folder from '#app/folders/folder'
import { pathsOf } from '#app/folders/tree/folder_paths'
import { nameKey } from '#app/shared/names'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** So many are offered where several may be meant. */
const offered = 20
const looked = 200

export interface Meant {
  folder: Folder
  path: string
}

/**
 * The folders that a caller may mean, of any agency and deleted ones too: "home" is the own one; then by the name under which the
 * person sees it, by path, by a part of a name. Homes of others have no name that anybody would say.
 */
export async function foldersMeant(account: Account, typed: string): Promise<Meant[]> {
  const names = typed.replaceAll('\0', '').split(/[/\\]/).map(nameKey)
  const keys = names.map((name) => name.trim()).filter(Boolean)
  if (!keys.length || keys.join('/') === 'home') return homeOf(account)
  const own = await seenAs(account, keys.at(-1)!)
  const found = own.length ? own : await called(keys.at(-1)!)
  const meant = await inTrees(found)
  const way = `/${keys.join('/')}`
  const exact = meant.filter(({ path }) => nameKey(path) === way)
  const ending = meant.filter(({ path }) => nameKey(path).endsWith(way))
  const similar = ending.length ? ending : meant
  return (exact.length ? exact : similar).slice(0, offered)
}

/** One of them that was chosen. Null if there is none. */
export async function folderChosen(account: Account, id: string): Promise<Meant | null> {
  const folder = await Folder.find(id)
  if (!folder) return null
  if (folder.ownerId === account.id) return { folder, path: 'Home' }
  const [meant] = await inTrees([folder])
  return meant ?? null
}

async function homeOf(account: Account): Promise<Meant[]> {
  const folder = await Folder.homeOf(account)
  return folder ? [{ folder, path: 'Home' }] : []
}

/** A liaison may have chosen another name for this person. */
function seenAs({ id }: Account, key: string) {
  const shown = db
    .from('folder_subscriptions')
    .where('account_id', id)
    .whereRaw('lower(shown_as) = ?', [key])
  return Folder.query().whereIn('id', shown.select('folder_id')).orderBy('id').limit(looked)
}

const called = (key: string) =>
  Folder.query()
    .whereNull('ownerId')
    .whereRaw(isSqlite() ? 'instr(name_key, ?) > 0' : 'strpos(name_key, ?) > 0', [key])
    .orderByRaw('case when name_key = ? then 0 else 1 end', [key])
    .orderByRaw('case when deletion_id is null then 0 else 1 end')
    .orderBy('nameKey')
    .orderBy('id')
    .limit(looked)

/** What lies in a home is its owner's own, like the home itself. */
async function inTrees(folders: Folder[]): Promise<Meant[]> {
  const tops = folders.map(({ lineageIds: [top] }) => top)
  const roots = await Folder.query().whereIn('id', tops).whereNull('ownerId').select('id')
  const inTree = new Set(roots.map(({ id }) => id))
  const kept = folders.filter(({ lineageIds: [top] }) => inTree.has(top))
  const paths = await pathsOf(kept.map(({ lineage }) => lineage))
  return kept.map((folder) => ({ folder, path: paths.get(folder.lineage)! }))
}
