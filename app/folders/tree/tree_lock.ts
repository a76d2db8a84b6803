import { isSqlite, type Trx } from '#app/shared/transaction'

/** Any number, the same in every process. */
const trees = 0x57_42_54_52

/**
 * Whoever makes, moves, renames, deletes or sets up folders does so alone; whoever goes by their places, as an upload does when it
 * is published, keeps them where they are until its transaction ends. Taken before any row is locked, so that nobody waits in a
 * circle. SQLite has one writer at a time, so there a transaction is lock enough.
 */
export const changeTrees = (trx: Trx) => lock('pg_advisory_xact_lock', trx)
export const keepTrees = (trx: Trx) => lock('pg_advisory_xact_lock_shared', trx)

async function lock(how: string, trx: Trx) {
  if (!isSqlite()) await trx.rawQuery(`select ${how}(?)`, [trees])
}
