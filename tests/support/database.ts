import service from '#config/service'
import testUtils from '@adonisjs/core/services/test_utils'
import { mkdir, rm } from 'node:fs/promises'
import db from '@adonisjs/lucid/services/db'
import { isSqlite } from '#app/shared/transaction'

/** A run begins with an empty storage folder and an empty, migrated database. */
export async function prepareDatabase() {
  await rm(service.storagePath, { recursive: true, force: true })
  await mkdir(service.storagePath, { recursive: true })
  if (!isSqlite()) {
    await assertMayBeEmptied()
    await db.rawQuery('drop schema public cascade')
    await db.rawQuery('create schema public')
  }
  await testUtils.db().migrate()
}

/** What follows empties the database: one that is not named as a test's own stays untouched. */
async function assertMayBeEmptied() {
  const { rows } = await db.rawQuery('select current_database() as name')
  if (/test/.test(rows[0].name)) return
  throw new Error(`The tests empty their database, so its name must hold "test": ${rows[0].name}`)
}

/** Undoes after each test what it wrote. */
export const undone = () => testUtils.db().wrapInGlobalTransaction()
