import service from '#config/service'
import testUtils from '@adonisjs/core/services/test_utils'
import { mkdir, rm } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import { inTransaction, isSqlite } from '#app/shared/transaction'

/** A run begins with an empty storage folder and an empty, migrated database. */
export async function prepareDatabase() {
  await rm(service.storagePath, { recursive: true, force: true })
  await mkdir(service.storagePath, { recursive: true })
  if (!isSqlite()) await dropAllOnPostgres()
  await testUtils.db().migrate()
}

/** Unlike `undone`: what a test writes is committed, so that several connections see it. Afterwards all begins anew. */
export const committed = () => async () => {
  await (isSqlite() ? dropAllOnSqlite() : dropAllOnPostgres())
  await testUtils.db().migrate()
}

async function dropAllOnPostgres() {
  await assertMayBeEmptied()
  await db.rawQuery('drop schema public cascade')
  await db.rawQuery('create schema public')
}

/** A virtual table takes along those that it keeps its own things in. */
const dropAllOnSqlite = () =>
  inTransaction(async (trx) => {
    await trx.rawQuery('pragma defer_foreign_keys = on')
    const tables: { name: string; sql: string }[] = await trx
      .from('sqlite_master')
      .where('type', 'table')
      .whereNot('name', 'like', 'sqlite_%')
    const virtual = tables.filter(({ sql }) => /^create virtual/i.test(sql))
    const isOwn = (name: string) => virtual.some((table) => name.startsWith(`${table.name}_`))
    for (const { name } of tables) if (!isOwn(name)) await trx.rawQuery(`drop table ${name}`)
  })

/** What follows empties the database: one that is not named as a test's own stays untouched. */
async function assertMayBeEmptied() {
  const { rows } = await db.rawQuery('select current_database() as name')
  if (/test/.test(rows[0].name)) return
  throw new Error(`The tests empty their database, so its name must hold "test": ${rows[0].name}`)
}

/** Undoes after each test what it wrote. */
export const undone = () => testUtils.db().wrapInGlobalTransaction()
