import type Account from '#app/accounts/account'
import type Folder from '#app/folders/folder'
import { now } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** A folder as it stands in the left column. */
interface FolderEntry {
  id: string
  name: string
  isHome: boolean
  /** "/DOL/SRR/Incoming": tells two folders of one name apart. */
  path: string
  /** The names of the folders from the root down to it, by their ids. */
  names: [id: string, name: string][]
  /** The liaison chose a name for this person: what stands above the folder is not shown, either. */
  isRenamed: boolean
  /** Whose it is; nobody needs to be told that of the own home. */
  agency?: string
}

/** A step on the way to a folder; one that the person cannot open has a name, but no address. */
interface Step {
  name: string
  id?: string
}

/** `My Folders`: the person's home, then every folder subscribed to, by path. */
export async function myFolders(account: Account): Promise<FolderEntry[]> {
  const rows = await subscribedTo(account)
  const all = await namesOf(rows.flatMap((row) => idsIn(row.lineage)))
  return rows
    .map((row) => {
      const names = namesIn(row, all)
      return {
        id: row.id,
        name: row.owner_id === account.id ? 'Home' : (row.shown_as ?? row.name),
        isHome: row.owner_id === account.id,
        path: row.owner_id ? '/' : '/' + names.map(([, name]) => name).join('/'),
        names,
        isRenamed: row.shown_as !== null,
        agency: row.owner_id === account.id ? undefined : row.agency,
      }
    })
    .sort((a, b) => Number(b.isHome) - Number(a.isHome) || a.path.localeCompare(b.path))
}

/** The folders right below one; whoever reaches a folder reaches these. */
export function subfolders(folder: Folder): Promise<Array<{ id: string; name: string }>> {
  return db
    .from('folders')
    .where('parent_id', folder.id)
    .whereNull('deletion_id')
    .orderBy('name_key')
    .limit(500)
    .select('id', 'name')
}

/** The way from the root down to a folder. */
export async function stepsTo(folder: Folder, mine: FolderEntry[]): Promise<Step[]> {
  const known = new Map([[folder.id, folder.name], ...namesKnownTo(mine)])
  const between = await namesOf(folder.lineageIds.filter((id) => !known.has(id)))
  const opened = new Set(mine.map(({ id }) => id))
  let reached = false
  return wayFrom(folder, mine).map((id) => {
    reached ||= opened.has(id)
    const isHome = mine.some((entry) => entry.id === id && entry.isHome)
    return {
      name: isHome ? 'Home' : (known.get(id) ?? between.get(id)!),
      id: reached ? id : undefined,
    }
  })
}

/** A name chosen for this person counts for more than what the folder is called on the way to another one. */
const namesKnownTo = (mine: FolderEntry[]) =>
  mine.toSorted((a, b) => Number(a.isRenamed) - Number(b.isRenamed)).flatMap(({ names }) => names)

function wayFrom({ lineageIds }: Folder, mine: FolderEntry[]) {
  const renamed = mine.filter(({ isRenamed }) => isRenamed).map(({ id }) => id)
  const start = lineageIds.findLastIndex((id) => renamed.includes(id))
  return lineageIds.slice(Math.max(start, 0))
}

function namesIn(row: any, all: Map<string, string>): [string, string][] {
  if (row.shown_as) return [[row.id, row.shown_as]]
  return idsIn(row.lineage).map((id) => [id, all.get(id)!])
}

function subscribedTo(account: Account) {
  return db
    .from('folders')
    .join('organizations', 'organizations.id', 'folders.organization_id')
    .whereNull('folders.deletion_id')
    .where((reached) =>
      reached.where('folders.owner_id', account.id).orWhereIn('folders.id', (query) =>
        query
          .from('folder_subscriptions')
          .where('account_id', account.id)
          .whereNull('ended_at')
          .where((end) => end.whereNull('expires_at').orWhere('expires_at', '>', now()))
          .select('folder_id')
      )
    )
    .select('folders.id', 'folders.name', 'folders.lineage', 'folders.owner_id')
    .select('organizations.name as agency')
    .select(db.raw(shownAs, [account.id]))
}

const shownAs = `(select shown_as from folder_subscriptions
  where folder_id = folders.id and account_id = ? and ended_at is null) as shown_as`

async function namesOf(ids: string[]) {
  if (!ids.length) return new Map<string, string>()
  const rows = await db
    .from('folders')
    .whereIn('id', [...new Set(ids)])
    .select('id', 'name')
  return new Map<string, string>(rows.map(({ id, name }) => [id, name]))
}

const idsIn = (lineage: string) => lineage.split('/').filter(Boolean)
