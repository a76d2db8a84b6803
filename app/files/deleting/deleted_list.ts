import type Account from '#app/accounts/account'
import { restorableUntil } from '#app/files/deleting/file_deletion'
import { foldersAsSeen } from '#app/folders/folder_as_seen'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { now, type Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** A deleted file that the person may restore. */
interface DeletedFile {
  id: string
  name: string
  folderId: string
  folderName: string
  sizeBytes: number
  deletedAt: Instant
  deletedBy: string
  restorableUntil: Instant
  purgeAt: Instant
}

/** What lies among the deleted files for this person, the latest first. */
export async function listDeleted(account: Account, place: Place) {
  const backward = isBackward(place)
  const query = db
    .from('files')
    .join('folders', 'folders.id', 'files.folder_id')
    .leftJoin('accounts', 'accounts.id', 'files.deleted_by')
    .whereNotNull('files.deleted_at')
    .whereNull('files.destroyed_at')
    .whereNull('folders.deletion_id')
  await within(query, account)

  const key = place.after ?? place.before
  if (key) {
    const from = [Number(key.slice(0, -37)), key.slice(-36)]
    query.whereRaw(`(files.deleted_at, files.id) ${backward ? '>' : '<'} (?, ?)`, from)
  }
  const direction = backward ? 'asc' : 'desc'
  const rows = await query
    .orderBy('files.deleted_at', direction)
    .orderBy('files.id', direction)
    .limit(pageSize + 1)
    .select('files.*', 'folders.lineage', 'folders.owner_id', 'accounts.full_name')
  const page = slice(rows, place, (row) => `${row.deleted_at}.${row.id}`)
  const seen = await foldersAsSeen(account, page.rows.map(placed))
  return { ...page, rows: page.rows.map((row) => listed(row, seen.get(row.folder_id)!.name)) }
}

/** The rule of `file.restore` for many files at once: all in what one manages, one's own in what one contributes to. */
async function within(query: DatabaseQueryBuilderContract, account: Account) {
  const reached = await FolderSubscription.query()
    .withScopes((scopes) => scopes.live(now()))
    .where('accountId', account.id)
    .whereNot('level', 'viewer')
    .preload('folder')
  query.where((any) => {
    any.where('folders.owner_id', account.id)
    for (const { level, folder } of reached) {
      any.orWhere((one) => {
        one.where('folders.lineage', 'like', `${folder.lineage}%`)
        if (level !== 'manager') one.where('files.sender_id', account.id)
      })
    }
  })
}

const placed = ({ folder_id: id, owner_id: ownerId, lineage }: any) => ({
  id,
  ownerId,
  lineageIds: lineage.split('/').filter(Boolean),
})

const listed = (row: any, folderName: string): DeletedFile => ({
  id: row.id,
  name: row.name,
  folderId: row.folder_id,
  folderName,
  sizeBytes: row.size_bytes,
  deletedAt: row.deleted_at,
  deletedBy: row.full_name ?? 'Waybill',
  restorableUntil: restorableUntil(row.deleted_at),
  purgeAt: row.purge_at,
})
