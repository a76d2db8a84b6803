import { prepareSqlite } from '#app/shared/sqlite'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import sqlite3 from 'sqlite3'

type Rows = Record<string, unknown>[]

/** A connection as the pool hands it out, to a database of its own. */
async function aConnection() {
  const plain = new sqlite3.Database(':memory:')
  const connection = await new Promise<sqlite3.Database>((resolve, reject) =>
    prepareSqlite(plain, (error, ready) => (error ? reject(error) : resolve(ready)))
  )
  return {
    all: (sql: string, ...values: unknown[]) =>
      new Promise<Rows>((resolve, reject) =>
        connection.all(sql, values, (error, rows) =>
          error ? reject(error) : resolve(rows as Rows)
        )
      ),
    run: (sql: string, ...values: unknown[]) =>
      new Promise<sqlite3.RunResult>((resolve, reject) =>
        connection.run(sql, values, function (error) {
          if (error) reject(error)
          else resolve(this)
        })
      ),
    close: () =>
      new Promise<void>((resolve, reject) =>
        connection.close((error) => (error ? reject(error) : resolve()))
      ),
  }
}

test.group('A connection to SQLite', () => {
  test('of the service keeps what it was told through a power cut, and its rows in step', async ({
    assert,
  }) => {
    const asked = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 }
    for (const [name, value] of Object.entries(asked)) {
      const [row] = await db.rawQuery(`pragma ${name}`)
      assert.equal(row[name], value, name)
    }
    const [{ timeout }] = await db.rawQuery('pragma busy_timeout')
    assert.isAtMost(timeout, 5000)
  }).skip(() => !isSqlite(), 'SQLite only')

  test('answers one statement again and again, each time with its own values', async ({
    assert,
  }) => {
    const { all, run, close } = await aConnection()
    await run('create table things (name text unique)')
    for (const name of ['one', 'two']) {
      const { changes } = await run('insert into things values (?)', name)
      assert.equal(changes, 1)
    }
    assert.deepEqual(await all('select * from things where name = ?', 'two'), [{ name: 'two' }])
    assert.deepEqual(await all('select * from things where name = ?', 'six'), [])
    await close()
  })

  test('sees a table as it is now, although the statement is old', async ({ assert }) => {
    const { all, run, close } = await aConnection()
    await run('create table things (name text)')
    await run('insert into things values (?)', 'one')
    await all('select * from things')
    await run("alter table things add column kind text default 'small'")
    assert.deepEqual(await all('select * from things'), [{ name: 'one', kind: 'small' }])
    await close()
  })

  test('says what is wrong, once, and goes on', async ({ assert }) => {
    const { all, run, close } = await aConnection()
    await run('create table things (name text unique)')
    await run('insert into things values (?)', 'one')
    for (let time = 0; time < 2; time++) {
      await assert.rejects(() => run('insert into things values (?)', 'one'), /UNIQUE/)
      await assert.rejects(() => all('select * from nowhere'), /no such table/)
    }
    assert.lengthOf(await all('select * from things'), 1)
    await close()
  })

  test('a statement that failed half-way holds no transaction open', async ({ assert }) => {
    const { run, all, close } = await aConnection()
    await run('create table things (name text unique)')
    await run('insert into things values (?)', 'one')
    await run('BEGIN;')
    await assert.rejects(() => run("insert into things values ('two'), ('one')"), /UNIQUE/)
    await run('COMMIT')
    assert.lengthOf(await all('select * from things'), 1)
    await close()
  })

  test('closes with many different statements prepared', async ({ assert }) => {
    const { all, close } = await aConnection()
    for (let number = 0; number < 500; number++) await all(`select ${number} as number`)
    assert.deepEqual(await all('select 1 as number'), [{ number: 1 }])
    await close()
  })
})
