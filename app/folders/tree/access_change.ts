import type Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { strongestAmong, type Level } from '#app/folders/reach'
import { under } from '#app/folders/tree/subtree'
import { now } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** So many names stand on a page; of the others it says how many they are. */
const named = 100

/** What becomes of one person's access to a folder. */
interface AccessChange {
  name: string
  agency: string
  before?: Level
  after?: Level
}

/** Who gains and who loses access to a folder, or gets another level, if it stands under another one. */
export async function accessChanges(folder: Folder, to: Folder) {
  const [before, after] = [folder.lineageIds, [...to.lineageIds, folder.id]]
  const either = [...new Set([...before, ...after])]
  const differing = either.filter((id) => !before.includes(id) || !after.includes(id))
  const concerned = await people(accountsWith((place) => place.whereIn('folder_id', differing)))
  const changes: AccessChange[] = []
  for (const batch of batches([...concerned.keys()])) {
    const held = await subscriptionsOf(batch, either)
    for (const id of batch) {
      const own = held.filter(({ accountId }) => accountId === id)
      const levelIn = (ids: string[]) =>
        strongestAmong(own.filter(({ folderId }) => ids.includes(folderId)))?.level
      const change = { ...concerned.get(id)!, before: levelIn(before), after: levelIn(after) }
      if (change.before !== change.after) changes.push(change)
    }
  }
  return {
    gained: counted(changes.filter(({ before: level }) => !level)),
    lost: counted(changes.filter(({ after: level }) => !level)),
    changed: counted(changes.filter((change) => change.before && change.after)),
  }
}

/** Who has access to a folder or to something below it: those who lose it with the folder. */
export async function peopleWith({ lineage, lineageIds }: Folder) {
  const below = db
    .from('folders')
    .whereRaw(...under(lineage))
    .whereNull('deletion_id')
    .select('id')
  const accounts = accountsWith((place) =>
    place.whereIn('folder_id', lineageIds).orWhereIn('folder_id', below)
  )
  const [{ count }] = await accounts.clone().count('* as count')
  const some = await people(accounts.limit(named))
  return { count: Number(count), some: [...some.values()] }
}

/** People who can sign in, with a live subscription of some folder. */
function accountsWith(place: (query: DatabaseQueryBuilderContract) => unknown) {
  const subscriptions = db
    .from('folder_subscriptions')
    .where((query) => void place(query))
    .whereNull('ended_at')
    .where((end) => end.whereNull('expires_at').orWhere('expires_at', '>', now()))
    .select('account_id')
  return db
    .from('accounts')
    .whereIn('accounts.id', subscriptions)
    .whereNull('accounts.deactivated_at')
    .where((end) => end.whereNull('accounts.ends_at').orWhere('accounts.ends_at', '>', now()))
}

async function people(accounts: DatabaseQueryBuilderContract) {
  const rows = await accounts
    .join('organizations', 'organizations.id', 'accounts.organization_id')
    .orderBy('accounts.full_name')
    .orderBy('accounts.id')
    .select('accounts.id', 'accounts.full_name', 'accounts.username', 'organizations.name')
  return new Map<string, { name: string; agency: string }>(
    rows.map((row) => [row.id, { name: `${row.full_name} (${row.username})`, agency: row.name }])
  )
}

/** A subscription of a deleted folder gives nothing; here there is none: a place above a live folder is live. */
const subscriptionsOf = (accountIds: string[], folderIds: string[]) =>
  FolderSubscription.query()
    .withScopes((scopes) => scopes.live(now()))
    .whereIn('accountId', accountIds)
    .whereIn('folderId', folderIds)

const counted = <T>(all: T[]) => ({ count: all.length, some: all.slice(0, named) })

function batches<T>(all: T[], size = 500) {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size)
  )
}
