import { inTransaction, isSqlite, type Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import pg from 'pg'
import { once } from 'node:events'
import { until } from '#tests/support/until'
import sqlite from 'sqlite3'
import service from '#config/service'
import { join } from 'node:path'

const counters = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']
const [first, second] = counters

const count = (id: string, trx: Trx) => trx.from('job_runs').where({ id }).increment('slot', 1)
const slots = async () => {
  const rows = await db.from('job_runs').whereIn('id', counters).orderBy('id')
  return rows.map(({ slot }) => slot)
}

/** Committed rows of their own: two connections must see them. */
async function twoCounters() {
  const row = { job: 'test.counter', runner: 'test', created_at: 0 }
  await db.table('job_runs').multiInsert([
    { ...row, id: first, slot: 0 },
    { ...row, id: second, slot: 1000 },
  ])
  return async () => void (await db.from('job_runs').whereIn('id', counters).delete())
}

test.group('A database that others use', (group) => {
  group.each.setup(twoCounters)

  test('writers of one process never fail each other', async ({ assert }) => {
    const writers = Array.from({ length: 50 }, () => inTransaction((trx) => count(first, trx)))
    await Promise.all(writers)
    assert.deepEqual(await slots(), [50, 1000])
  })

  test('SQLite: while another process writes one waits a little, then is told; later it goes on', async ({
    assert,
  }) => {
    const other = new sqlite.Database(join(service.storagePath, 'waybill.sqlite3'))
    await once(other, 'open')
    await run(other, 'begin immediate')
    await run(other, `update job_runs set slot = 7 where id = '${first}'`)
    try {
      const error = await inTransaction((trx) => count(first, trx)).catch((refused) => refused)
      assert.equal(error.code, 'SQLITE_BUSY')
      assert.deepEqual(await slots(), [0, 1000])
    } finally {
      await run(other, 'commit')
      other.close()
    }
    await inTransaction((trx) => count(first, trx))
    assert.deepEqual(await slots(), [8, 1000])
  }).skip(() => !isSqlite(), 'SQLite only')

  test('PostgreSQL: what could not be brought into an order is done again', async ({ assert }) => {
    const other = await another()
    let tries = 0
    await inTransaction(async (trx) => {
      tries++
      await trx.rawQuery('set transaction isolation level repeatable read')
      await trx.from('job_runs').where('id', first).first()
      if (tries === 1) await other.query(`update job_runs set slot = 10 where id = $1`, [first])
      await count(first, trx)
    })
    await other.end()
    assert.equal(tries, 2)
    assert.deepEqual(await slots(), [11, 1000])
  }).skip(() => isSqlite(), 'PostgreSQL only')

  test('PostgreSQL: of two that wait for each other one begins anew', async ({ assert }) => {
    const other = await another()
    await other.query(`set deadlock_timeout = '1min'`)
    await other.query('begin')
    await other.query('update job_runs set slot = slot + 1 where id = $1', [second])
    let tries = 0
    let theirs: Promise<unknown> | undefined
    await inTransaction(async (trx) => {
      tries++
      await count(first, trx)
      theirs ??= other
        .query('update job_runs set slot = slot + 1 where id = $1', [first])
        .then(() => other.query('commit'))
      await until(() => tries > 1 || isWaiting())
      await count(second, trx)
    })
    await theirs
    await other.end()
    assert.equal(tries, 2)
    assert.deepEqual(await slots(), [2, 1002])
  }).skip(() => isSqlite(), 'PostgreSQL only')
})

async function isWaiting() {
  const { rows } = await db.rawQuery(
    `select 1 from pg_stat_activity where wait_event_type = 'Lock'`
  )
  return rows.length > 0
}

async function another() {
  const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await other.connect()
  return other
}

const run = (database: sqlite.Database, sql: string) =>
  new Promise<void>((done, failed) =>
    database.run(sql, (error) => (error ? failed(error) : done()))
  )
