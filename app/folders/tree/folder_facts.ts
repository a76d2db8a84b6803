import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import type Folder from '#app/folders/folder'
import { retentionAmong, type Retention } from '#app/folders/tree/folder_settings'
import { contentsOf, type Contents } from '#app/folders/tree/subtree'
import { wayTo } from '#app/folders/tree/tree'
import { now } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** What a liaison is told of one folder; never what its files are called. */
interface FolderFacts {
  /** From the root down to the folder itself. */
  way: Folder[]
  path: string
  contents: Contents
  retention: Retention
  /** What would hold if the folder said nothing itself. */
  retentionAbove: Retention
  subscribers: number
  subscribersAbove: number
}

export async function factsOf(liaison: Account, folder: Folder): Promise<FolderFacts> {
  await permit(liaison, 'folder.browse', liaison.organization)
  const way = await wayTo(folder)
  const above = way.slice(0, -1)
  return {
    way,
    path: `/${way.map(({ name }) => name).join('/')}`,
    contents: await contentsOf(folder.lineage),
    retention: retentionAmong(way),
    retentionAbove: retentionAmong(above),
    subscribers: await subscribedTo([folder.id]),
    subscribersAbove: await subscribedTo(above.map(({ id }) => id)),
  }
}

async function subscribedTo(ids: string[]) {
  const [row] = await db
    .from('folder_subscriptions')
    .whereIn('folder_id', ids)
    .whereNull('ended_at')
    .where((end) => end.whereNull('expires_at').orWhere('expires_at', '>', now()))
    .countDistinct('account_id as count')
  return Number(row.count)
}
