import { isSqlite, type Trx } from '#app/shared/transaction'

/** Any number, the same in every process. */
const blobs = 0x57_42_4c_4f

/**
 * Whoever names bytes and whoever removes bytes that nobody names keep out of each other's way until their transactions
 * end. SQLite has one writer at a time, so there a transaction is lock enough.
 */
export const lockToName = (trx: Trx) => lock('pg_advisory_xact_lock_shared', trx)
export const lockToRemove = (trx: Trx) => lock('pg_advisory_xact_lock', trx)

async function lock(how: string, trx: Trx) {
  if (!isSqlite()) await trx.rawQuery(`select ${how}(?)`, [blobs])
}
