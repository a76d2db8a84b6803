import service from '#config/service'
import { isSqlite } from '#app/shared/transaction'
import app from '@adonisjs/core/services/app'
import db from '@adonisjs/lucid/services/db'
import { MigrationRunner } from '@adonisjs/lucid/migration'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'

/** Readies what the service stands on: its folder, its tables and, if asked for, the demonstration. Once is enough. */
export async function prepare() {
  await makeStorage()
  await migrate()
  const isDemonstration = service.isDemonstration && (await demonstrate())
  const { hasOperator } = await import('#app/accounts/liaisons/operators')
  return { url: service.url, isDemonstration, hasOperator: await hasOperator() }
}

/** Whether that was done at all; what only uses the database asks this instead of changing it. */
export async function isPrepared() {
  if (isSqlite() && !existsSync(service.storagePath)) return false
  return db.connection().schema.hasTable('applications')
}

export const notPrepared = 'The database is empty. Start Waybill once, or run "prepare".'

async function makeStorage() {
  await mkdir(service.storagePath, { recursive: true }).catch((cause) => {
    throw new Error(`STORAGE_PATH cannot be used: ${cause.message}`, { cause })
  })
}

async function demonstrate() {
  await import('#start/rooms')
  const { seedDemonstration } = await import('#database/seeders/demonstration_seeder')
  return seedDemonstration()
}

async function migrate() {
  const migrator = new MigrationRunner(db, app, { direction: 'up' })
  await migrator.run()
  if (migrator.error) throw migrator.error
}
