import type { Moved } from '#app/files/activity/transfer_list'
import type { Instant } from '#app/shared/clock'
import { unindexed } from '#app/shared/unindexed'
import { isBackward, type Place } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

interface Waiting {
  organizationId: string
  from: Instant
  to: Instant
}

/** Counted up to here; more than that is "more". */
export const countedUpTo = 1000

/** What came in this time and nobody but its sender has opened, the latest first. */
export async function waitingFiles(
  waiting: Waiting,
  place: Place,
  limit: number
): Promise<Moved[]> {
  const isDown = !isBackward(place)
  const query = files(waiting).join('accounts', 'accounts.id', 'files.sender_id')
  const key = place.after ?? place.before
  const start = key && (await db.from('files').where('id', key).select('received_at').first())
  if (start) {
    query.whereRaw(`(files.received_at, files.id) ${isDown ? '<' : '>'} (?, ?)`, [
      start.received_at,
      key,
    ])
  }
  const direction = isDown ? 'desc' : 'asc'
  const rows = await query
    .orderBy('files.received_at', direction)
    .orderBy('files.id', direction)
    .limit(limit)
    .select(
      'files.id',
      'files.received_at',
      'files.size_bytes',
      'accounts.full_name',
      'accounts.username'
    )
  return rows.map((row) => ({
    id: row.id,
    at: row.received_at,
    event: 'file.received',
    who: `${row.full_name} (${row.username})`,
    fileId: row.id,
    sizeBytes: row.size_bytes,
  }))
}

export async function countWaiting(waiting: Waiting) {
  const some = files(waiting)
    .select('files.id')
    .limit(countedUpTo + 1)
  const [{ total }] = await db.from(some.as('some')).count('* as total')
  return Number(total)
}

const files = ({ organizationId, from, to }: Waiting) =>
  db
    .from('files')
    .join('folders', 'folders.id', 'files.folder_id')
    .whereRaw(`${unindexed('folders.organization_id')} = ?`, [organizationId])
    .whereRaw(`${unindexed('folders.deletion_id')} is null`)
    .whereNull('files.picked_up_at')
    .whereNull('files.deleted_at')
    .where('files.received_at', '>=', from)
    .where('files.received_at', '<', to)
