import { keptAtOf, shardOf } from '#app/files/blobs/blob_key'
import { lockToRemove } from '#app/files/blobs/blob_lock'
import { blobStore } from '#app/files/blobs/current_store'
import { hour, minute, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** Every column that names bytes. What none of them names is nobody's. */
const names = [
  ['file_versions', 'blob_key'],
  ['file_versions', 'original_blob_key'],
  ['held_uploads', 'blob_key'],
  ['held_uploads', 'original_blob_key'],
] as const

/** Bytes wait this long for their row, which comes in the next moment unless its process died. */
const graceful = 10 * minute
/** The minute's run looks at so many hours; the night's at all. */
const lateHours = 3
const atOnce = 200

/**
 * Removes what uploads left that died with their process (security rule 15): unfinished parts, and bytes that no row names.
 * Never what another process is writing or about to name. At start and every minute.
 */
export async function reconcile(asOf: Instant) {
  const parts = await blobStore().clearUnfinished(asOf)
  let blobs = 0
  for (let ago = 0; ago < lateHours; ago++) {
    blobs += await removeUnnamed(shardOf(asOf - ago * hour), asOf)
  }
  return { parts, blobs }
}

/** The same for everything that is stored. At night. */
export async function sweepBlobs(asOf: Instant) {
  let blobs = 0
  for await (const shard of blobStore().shards()) blobs += await removeUnnamed(shard, asOf)
  return { blobs }
}

async function removeUnnamed(shard: string, asOf: Instant) {
  let removed = 0
  for await (const keys of blobStore().keysOf(shard)) {
    const old = keys.filter((key) => keptAtOf(key) < asOf - graceful)
    for (let from = 0; from < old.length; from += atOnce) {
      removed += await removeAmong(old.slice(from, from + atOnce))
    }
  }
  return removed
}

/** Looks first without holding anybody up; then once more, while nobody can name any of them. */
async function removeAmong(keys: string[]) {
  const nameless = await unnamed(keys)
  if (!nameless.length) return 0
  return inTransaction(async (trx) => {
    await lockToRemove(trx)
    const certain = await unnamed(nameless, trx)
    await Promise.all(certain.map((key) => blobStore().remove(key)))
    return certain.length
  })
}

async function unnamed(keys: string[], trx?: Trx) {
  const named = new Set<string>()
  for (const [table, column] of names) {
    const rows = await (trx ?? db).from(table).whereIn(column, keys).select(column)
    for (const row of rows) named.add(row[column])
  }
  return keys.filter((key) => !named.has(key))
}
