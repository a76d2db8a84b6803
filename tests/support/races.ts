import { isSqlite } from '#app/shared/transaction'
import { until } from '#tests/support/until'
import db from '@adonisjs/lucid/services/db'
import pg from 'pg'

/**
 * Begins all of it, each in a transaction of its own, and holds a row that all of it wants until everybody waits.
 * SQLite has one writer at a time: there they stand in line by themselves.
 */
export async function atOnce<T>(table: string, id: string, works: (() => Promise<T>)[]) {
  if (isSqlite()) return Promise.all(works.map((work) => work()))
  const holder = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await holder.connect()
  try {
    await holder.query('begin')
    await holder.query(`select 1 from ${table} where id = $1 for update`, [id])
    let isOver = false
    const results = Promise.all(works.map((work) => work())).finally(() => (isOver = true))
    await until(async () => isOver || (await waiting()) === works.length)
    await holder.query('commit')
    return await results
  } finally {
    await holder.end()
  }
}

async function waiting() {
  const { rows } = await db.rawQuery(
    `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  )
  return rows.length
}

/** So many of the same. */
export const times = <T>(count: number, work: (at: number) => Promise<T>) =>
  Array.from({ length: count }, (_, at) => () => work(at))
