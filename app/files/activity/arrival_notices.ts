import Account from '#app/accounts/account'
import { decide } from '#app/audit/decide'
import Folder from '#app/folders/folder'
import FolderNotice from '#app/folders/tree/folder_notice'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { reachOf } from '#app/folders/reach'
import { lockFolder } from '#app/folders/tally'
import { tell } from '#app/messages/tell'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** What arrived in a folder from one instant until just before another. */
export interface Span {
  folderId: string
  from: Instant
  until: Instant
}

/**
 * Tells who can open a folder of what arrived in it, where the liaison switched that on: one mail for all of it, at most one in 15
 * minutes for each person and folder, never of what somebody sent themselves. Answers how many were told. Every minute.
 */
export async function tellOfArrivals(asOf: Instant) {
  let told = 0
  for (const folder of await foldersWithNews()) {
    const until = await certainUntil(folder)
    let isAllTold = true
    for (const account of await subscribersOf(folder)) {
      const outcome = await inTransaction((trx) => tellOne(account, folder, until, asOf, trx))
      if (outcome === 'told') told++
      if (outcome === 'later') isAllTold = false
    }
    if (isAllTold) await folder.doneWithNotices(until)
  }
  return told
}

function foldersWithNews() {
  return Folder.query()
    .whereNotNull('noticesFrom')
    .whereNull('deletionId')
    .whereExists((files) =>
      files
        .from('files')
        .whereColumn('files.folder_id', 'folders.id')
        .whereColumn('files.received_at', '>=', 'folders.notices_from')
        .whereNull('files.deleted_at')
    )
    .orderBy('id')
}

/** Whoever publishes holds the folder's row: what was received before now is there for all to see once we held it. */
function certainUntil({ id }: Folder) {
  return inTransaction(async (trx) => {
    await lockFolder(id, trx)
    return now()
  })
}

async function subscribersOf(folder: Folder) {
  const live = FolderSubscription.query()
    .withScopes((scopes) => scopes.live(now()))
    .whereIn('folderId', folder.lineageIds)
    .select('accountId')
  return Account.query().whereIn('id', live).preload('organization').preload('grants').orderBy('id')
}

/** `later`: the last mail is too fresh. `nothing`: nothing came that concerns this person, or they cannot open the folder now. */
async function tellOne(
  account: Account,
  folder: Folder,
  until: Instant,
  asOf: Instant,
  trx: Trx
): Promise<'told' | 'later' | 'nothing'> {
  const last = await FolderNotice.lastOf(folder, account, trx)
  const since = Math.max(folder.noticesFrom!, last?.toldUntil ?? 0)
  const news = { folderId: folder.id, from: since, until }
  if (!(await arrived(news, account, trx).first())) return 'nothing'
  if (last?.isFresh(asOf)) return 'later'
  const from = Math.max(since, (await reachedSince(account, folder, trx)) ?? until)
  if (!(await arrived({ ...news, from }, account, trx).first())) return 'nothing'

  await FolderNotice.remember(folder, account, { toldAt: asOf, toldUntil: until }, trx)
  const payload = { ...news, from, accountId: account.id }
  await tell(account, 'files_arrived', payload, trx)
  return 'told'
}

/** Since when somebody who may know of everything in a folder reaches it; null who may not. */
export async function reachedSince(account: Account, folder: Folder, trx: Trx) {
  const opening = await decide(account, 'folder.list', folder, trx)
  if (!opening.allowed) return null
  const reach = await reachOf(account, folder, trx)
  if (!reach || (folder.isDropOff && reach.level !== 'manager')) return null
  return reach.because === 'home' ? 0 : reach.because.createdAt
}

/** The files of a span that somebody else sent, the latest first. */
export function arrived(
  { folderId, from, until }: Span,
  { id }: Account,
  trx?: Trx
): DatabaseQueryBuilderContract<{ id: string; name: string }> {
  return (trx ?? db)
    .from('files')
    .where('folder_id', folderId)
    .whereNull('deleted_at')
    .where('received_at', '>=', from)
    .where('received_at', '<', until)
    .whereNot('sender_id', id)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .select('id', 'name')
}
