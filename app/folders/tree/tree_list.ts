import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import type Folder from '#app/folders/folder'
import { isUnder, pathsOf, rowsUnder } from '#app/folders/tree/subtree'
import { rootOf } from '#app/folders/tree/tree'
import { now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

/** A folder as its liaison sees it in the tree: never what lies in it, only how much. */
export interface TreeEntry {
  id: string
  name: string
  /** Where several levels stand side by side. */
  path?: string
  isDropOff: boolean
  keepDays: number | null
  quotaBytes: number | null
  tellsOfArrivals: boolean
  /** With everything below it. */
  folders: number
  files: number
  sizeBytes: number
  /** People subscribed to this very folder. */
  subscribers: number
}

const settings = ['is_drop_off', 'keep_days', 'quota_bytes', 'notices_from']

/** One level of the tree, by name: the folders right below one. */
export async function levelOf(folder: Folder, place: Place): Promise<Slice<TreeEntry>> {
  const direction = isBackward(place) ? 'desc' : 'asc'
  const query = db
    .from('folders')
    .where('parent_id', folder.id)
    .whereNotNull('parent_id')
    .whereNull('deletion_id')
    .orderBy('name_key', direction)
    .limit(pageSize + 1)
    .select('id', 'name', 'name_key', ...settings)
  const key = place.after ?? place.before
  if (key) {
    const start = db.from('folders').where({ id: key, parent_id: folder.id }).select('name_key')
    query.where('name_key', isBackward(place) ? '<' : '>', start)
  }
  const page = slice(await query, place, ({ id }) => id)
  return { ...page, rows: await described(page.rows) }
}

/** Every folder of the agency whose name or path has all that is looked for in it, by path. */
export async function searchTree(
  liaison: Account,
  sought: string,
  place: Place
): Promise<Slice<TreeEntry>> {
  await permit(liaison, 'folder.browse', liaison.organization)
  const root = await rootOf(liaison.organizationId)
  if (!root) return { rows: [] }
  const rows = await rowsUnder(root.lineage)
  const paths = pathsOf(rows, `/${root.name}`)
  const text = nameKey(sought.replaceAll('\\', '/'))
  const found = rows
    .map((row) => ({ id: row.id, name: row.nameKey, path: paths.get(row.id)! }))
    .map((row) => ({ ...row, key: nameKey(row.path) }))
    .filter(({ key, name }) => (text.includes('/') ? key : name).includes(text))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return pageOf(found, place)
}

/** They are all at hand: nothing is asked of the database but what the rows of one page show. */
async function pageOf(found: { id: string; path: string }[], place: Place) {
  const ordered = isBackward(place) ? found.toReversed() : found
  const start = ordered.findIndex(({ id }) => id === (place.after ?? place.before)) + 1
  const page = slice(ordered.slice(start, start + pageSize + 1), place, ({ id }) => id)
  const ids = page.rows.map(({ id }) => id)
  const rows = await db
    .from('folders')
    .whereIn('id', ids)
    .select('id', 'name', ...settings)
  const all = await described(rows)
  const entries = new Map(all.map((entry) => [entry.id, entry]))
  return { ...page, rows: page.rows.map(({ id, path }) => ({ ...entries.get(id)!, path })) }
}

async function described(rows: any[]): Promise<TreeEntry[]> {
  if (!rows.length) return []
  const ids = rows.map(({ id }) => id)
  const [contents, subscribers] = await Promise.all([contentsOfEach(ids), subscribersOfEach(ids)])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isDropOff: Boolean(row.is_drop_off),
    keepDays: row.keep_days,
    quotaBytes: row.quota_bytes === null ? null : Number(row.quota_bytes),
    tellsOfArrivals: row.notices_from !== null,
    ...contents.get(row.id)!,
    subscribers: subscribers.get(row.id) ?? 0,
  }))
}

/** For each of the folders, the part of the index that lies below it. */
async function contentsOfEach(ids: string[]) {
  const found = await db
    .from('folders as top')
    .joinRaw(`join folders as below on ${isUnder('below.lineage', 'top.lineage')}`)
    .whereIn('top.id', ids)
    .whereNull('below.deletion_id')
    .groupBy('top.id')
    .select('top.id')
    .count('* as folders')
    .sum({ files: 'below.file_count', size: 'below.size_bytes' })
  return new Map(
    found.map((row) => [
      row.id as string,
      { folders: Number(row.folders) - 1, files: Number(row.files), sizeBytes: Number(row.size) },
    ])
  )
}

async function subscribersOfEach(ids: string[]) {
  const rows = await db
    .from('folder_subscriptions')
    .whereIn('folder_id', ids)
    .whereNull('ended_at')
    .where((end) => end.whereNull('expires_at').orWhere('expires_at', '>', now()))
    .groupBy('folder_id')
    .select('folder_id')
    .count('* as count')
  return new Map<string, number>(rows.map((row) => [row.folder_id, Number(row.count)]))
}
