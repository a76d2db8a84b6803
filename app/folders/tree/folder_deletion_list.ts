import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import FolderDeletion from '#app/folders/tree/folder_deletion'
import { day, type Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place } from '#app/shared/place'
import service from '#config/service'

/** A deleted folder that can be recovered still. */
interface DeletedFolder {
  id: string
  path: string
  folders: number
  files: number
  sizeBytes: number
  deletedAt: Instant
  deletedBy: string
  recoverableUntil: Instant
}

/** What lies among the deleted folders of the liaison's agency, the latest first. */
export async function listDeletedFolders(liaison: Account, place: Place) {
  await permit(liaison, 'folder.browse', liaison.organization)
  const backward = isBackward(place)
  const direction = backward ? 'asc' : 'desc'
  const key = (place.after ?? place.before)?.slice(-36)
  const rows = await FolderDeletion.query()
    .withScopes((scopes) => scopes.open())
    .where('folder_deletions.organization_id', liaison.organizationId)
    .leftJoin('accounts', 'accounts.id', 'folder_deletions.created_by')
    .if(key, (query) => query.where('folder_deletions.id', backward ? '>' : '<', key!))
    .orderBy('folder_deletions.id', direction)
    .limit(pageSize + 1)
    .select('folder_deletions.*', 'accounts.full_name')
    .pojo<any>()
  const page = slice(rows, place, ({ id }) => id)
  return { ...page, rows: page.rows.map(listed) }
}

const listed = (row: any): DeletedFolder => ({
  id: row.id,
  path: row.path,
  folders: row.folder_count,
  files: row.file_count,
  sizeBytes: Number(row.size_bytes),
  deletedAt: row.created_at,
  deletedBy: row.full_name ?? 'Waybill',
  recoverableUntil: row.created_at + service.recoverDays * day,
})
