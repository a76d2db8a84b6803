import type Account from '#app/accounts/account'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** What is known of a folder without asking who looks at it. */
interface Placed {
  id: string
  ownerId: string | null
  lineageIds: string[]
}

/** A folder as one person sees it. */
export interface FolderAsSeen {
  name: string
  /** "/DOL/SRR/Incoming", or from the folder down for which a liaison chose a name: what stands above that is not shown. */
  path: string
  /** The folders of that way, the nearest last. */
  way: [id: string, name: string][]
}

/** How folders are called for a person: the one answer for pages, file names and mails alike. */
export function asSeen(
  { id: personId }: Pick<Account, 'id'>,
  { ownerId, lineageIds }: Placed,
  chosen: Map<string, string>,
  names: Map<string, string>
): FolderAsSeen {
  const start = lineageIds.findLastIndex((id) => chosen.has(id))
  const way = lineageIds
    .slice(Math.max(start, 0))
    .map((id): [string, string] => [id, chosen.get(id) ?? names.get(id)!])
  if (ownerId === personId) return { name: 'Home', path: '/', way: [[lineageIds[0], 'Home']] }
  return { name: way.at(-1)![1], path: `/${way.map(([, name]) => name).join('/')}`, way }
}

/** Several folders as a person sees them, by their ids. */
export async function foldersAsSeen(account: Account, folders: Placed[], trx?: Trx) {
  const ids = [...new Set(folders.flatMap(({ lineageIds }) => lineageIds))]
  const names = await namesOf(ids, trx)
  const subscriptions = await subscriptionsAmong(ids, account, trx)
  return new Map(
    folders.map((folder) => {
      const chosen = chosenOn(folder.lineageIds, subscriptions)
      return [folder.id, asSeen(account, folder, chosen, names)]
    })
  )
}

export async function folderAsSeen(account: Account, folder: Placed, trx?: Trx) {
  const seen = await foldersAsSeen(account, [folder], trx)
  return seen.get(folder.id)!
}

export async function namesOf(ids: string[], trx?: Trx) {
  const rows = ids.length
    ? await (trx ?? db)
        .from('folders')
        .whereIn('id', [...new Set(ids)])
        .select('id', 'name')
    : []
  return new Map<string, string>(rows.map(({ id, name }) => [id, name]))
}

const subscriptionsAmong = (ids: string[], account: Account, trx?: Trx): Promise<any[]> =>
  (trx ?? db)
    .from('folder_subscriptions')
    .where('account_id', account.id)
    .whereIn('folder_id', ids)
    .orderBy('created_at')
    .orderBy('id')
    .select('folder_id', 'shown_as', 'ended_at', 'expires_at')

/** Whoever has no access any more is told of the folder by the name that they knew. */
function chosenOn(lineageIds: string[], subscriptions: any[]) {
  const all = subscriptions.filter(({ folder_id: id }) => lineageIds.includes(id))
  const live = all.filter(
    ({ ended_at: ended, expires_at: expires }) =>
      ended === null && (expires === null || Number(expires) > now())
  )
  const counting = live.length ? live : all
  return new Map<string, string>(
    counting.filter((row) => row.shown_as).map((row) => [row.folder_id, row.shown_as])
  )
}
