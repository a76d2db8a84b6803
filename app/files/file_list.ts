import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { kindOf, type Kind } from '#app/files/file_kind'
import { soughtIn, type List } from '#app/files/searching/name_part'
import { matching } from '#app/files/searching/name_search'
import type Folder from '#app/folders/folder'
import { lastUse } from '#app/folders/access/last_use'
import { reaches, reachOf } from '#app/folders/reach'
import type { Instant } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

export const sorts = ['name', 'size', 'date', 'purged'] as const
export type Sort = (typeof sorts)[number]

/** What a person wants to see of a folder, and in which order. */
export interface Wanted {
  sort: Sort
  order: 'asc' | 'desc'
  /** Only files with this in their name. */
  name?: string
  place: Place
}

/** One row of a folder's listing. */
interface ListedFile {
  id: string
  name: string
  kind: Kind
  sizeBytes: number
  receivedAt: Instant
  purgeAt: Instant
  versionNumber: number
}

/** What a row shows, and by what it is sorted. */
const shown = ['id', 'name', 'size_bytes', 'received_at', 'purge_at', 'version_number']

const columns = { name: 'name_key', size: 'size_bytes', date: 'received_at', purged: 'purge_at' }

/** One page of a folder. It costs the same in a folder of a hundred files and of a million: each order has an index. */
export async function listFiles(
  account: Account,
  folder: Folder,
  wanted: Wanted
): Promise<Slice<ListedFile>> {
  await permit(account, 'folder.list', folder)
  lastUse.note(account, folder)
  const ownOnly = await hidesOthers(account, folder)
  const start = await startOf(account, folder, ownOnly, wanted)
  const list: List = (isPicked) =>
    inOrder(seenBy(account, folder, ownOnly, isPicked), wanted, start)

  const text = wanted.name && nameKey(soughtIn(wanted.name))
  const rows = text
    ? await matching(list, { text, folder, isByName: wanted.sort === 'name' })
    : await list().limit(pageSize + 1)
  const cameToStart = wanted.place.before !== undefined && rows.length < pageSize
  if (cameToStart) return listFiles(account, folder, { ...wanted, place: {} })
  /** What stood on the last page may all have been deleted: the folder is not empty for that. */
  const cameToEnd = wanted.place.after !== undefined && !rows.length
  if (cameToEnd) return listFiles(account, folder, { ...wanted, place: { last: true } })

  const page = slice(rows, wanted.place, (row) => keyOf(row, wanted.sort))
  return { ...page, rows: page.rows.map(listed) }
}

/** In a drop-off folder contributors see only what they uploaded themselves. */
async function hidesOthers(account: Account, folder: Folder) {
  return folder.isDropOff && !reaches(await reachOf(account, folder), 'manager')
}

/** A sign before the column keeps SQLite from walking the whole folder in order when few files are picked already. */
function seenBy(account: Account, folder: Folder, ownOnly: boolean, isPicked = false) {
  const query = db
    .from('files')
    .select(shown)
    .whereRaw(`${isPicked ? '+' : ''}folder_id = ?`, [folder.id])
    .whereNull('deleted_at')
  return ownOnly ? query.where('sender_id', account.id) : query
}

/**
 * Behind which row a page starts. A name is looked up by the file, so that no address and no log holds it; only among those
 * that the person sees here, deleted or not, for the place of any other would give its name away (security rule 3).
 */
async function startOf(
  account: Account,
  folder: Folder,
  ownOnly: boolean,
  { sort, place }: Wanted
): Promise<unknown[] | undefined> {
  const key = place.after ?? place.before
  if (!key) return undefined
  const id = key.slice(-36)
  if (sort !== 'name') return [Number(key.slice(0, -37)), id]
  const seen = ownOnly
    ? { id, folder_id: folder.id, sender_id: account.id }
    : { id, folder_id: folder.id }
  const file = await db.from('files').where(seen).select('name_key').first()
  return file && [file.name_key]
}

function inOrder(
  query: DatabaseQueryBuilderContract,
  { sort, order, place }: Wanted,
  start?: unknown[]
) {
  const isUp = (order === 'asc') !== isBackward(place)
  const direction = isUp ? 'asc' : 'desc'
  const keys = sort === 'name' ? [byName()] : [columns[sort], 'id']
  if (start) {
    const marks = keys.map(() => '?')
    query.whereRaw(`(${keys.join(', ')}) ${isUp ? '>' : '<'} (${marks.join(', ')})`, start as any[])
  }
  return query.orderByRaw(keys.map((key) => `${key} ${direction}`).join(', '))
}

/** The index of names compares bytes, the same on both databases. */
const byName = () => (isSqlite() ? 'name_key' : 'name_key collate "C"')

const keyOf = (row: any, sort: Sort) =>
  sort === 'name' ? row.id : `${row[columns[sort]]}.${row.id}`

const listed = (row: any): ListedFile => ({
  id: row.id,
  name: row.name,
  kind: kindOf(row.name),
  sizeBytes: row.size_bytes,
  receivedAt: row.received_at,
  purgeAt: row.purge_at,
  versionNumber: row.version_number,
})
