import type Account from '#app/accounts/account'
import type Folder from '#app/folders/folder'
import { asSeen, namesOf, type FolderAsSeen } from '#app/folders/folder_as_seen'
import { now } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** A folder as it stands in the left column. */
interface FolderEntry extends FolderAsSeen {
  id: string
  isHome: boolean
  /** A liaison chose a name for this person. */
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
  const names = await namesOf(rows.flatMap((row) => idsIn(row.lineage)))
  const chosen = new Map<string, string>(
    rows.filter((row) => row.shown_as).map((row) => [row.id, row.shown_as])
  )
  return rows
    .map((row) => {
      const placed = { id: row.id, ownerId: row.owner_id, lineageIds: idsIn(row.lineage) }
      const isHome = row.owner_id === account.id
      return {
        id: row.id,
        ...asSeen(account, placed, chosen, names),
        isHome,
        isRenamed: chosen.has(row.id),
        agency: isHome ? undefined : row.agency,
      }
    })
    .sort((a, b) => Number(b.isHome) - Number(a.isHome) || a.path.localeCompare(b.path))
}

/** The folders right below one; whoever reaches a folder reaches these. */
export async function subfolders(
  folder: Folder,
  mine: FolderEntry[]
): Promise<Array<{ id: string; name: string }>> {
  const rows = await db
    .from('folders')
    .where('parent_id', folder.id)
    .whereNull('deletion_id')
    .orderBy('name_key')
    .limit(500)
    .select('id', 'name')
  const chosen = chosenIn(mine)
  return rows.map(({ id, name }) => ({ id, name: chosen.get(id) ?? name }))
}

/** The way from the root down to a folder, or from where the person's sight begins. */
export async function stepsTo(
  account: Account,
  folder: Folder,
  mine: FolderEntry[]
): Promise<Step[]> {
  const known = new Map([[folder.id, folder.name], ...mine.flatMap(({ way }) => way)])
  const between = await namesOf(folder.lineageIds.filter((id) => !known.has(id)))
  const names = new Map([...known, ...between])
  const opened = new Set(mine.map(({ id }) => id))
  let reached = false
  return asSeen(account, folder, chosenIn(mine), names).way.map(([id, name]) => {
    reached ||= opened.has(id)
    return { name, id: reached ? id : undefined }
  })
}

const chosenIn = (mine: FolderEntry[]) =>
  new Map(mine.filter(({ isRenamed }) => isRenamed).map(({ id, name }) => [id, name]))

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

const idsIn = (lineage: string) => lineage.split('/').filter(Boolean)
