import { blockOf } from '#tests/support/docs'
import { PlainClient } from '#tests/support/plain_client'
import { productionEnvironment, startProduction, temporaryFolder } from '#tests/support/production'
import { without } from '#tests/support/programs'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const port = Number(process.env.PORT)
const page = 'operators/back-up-and-restore.md'
const url = process.env.PRODUCTION_DATABASE_URL
const noPostgres: [boolean, string] = [true, 'There is no PostgreSQL on this machine']
const anotherDatabase = `waybill_restored_test`

/** Runs a block of the page as its reader would, in a shell. */
const follow = async (block: string, environment: Record<string, string | undefined>) =>
  run('bash', ['-euo', 'pipefail', '-c', await blockOf(page, block)], {
    env: { PATH: process.env.PATH, ...environment },
  })

async function adasFirstFile() {
  const client = new PlainClient(`http://localhost:${port}`)
  await client.signIn('dol.ada', 'Waybill-2026-demo')
  const home = await client.page('/home')
  const id = /\/files\/([0-9a-f-]{36})"[^>]*>\s*Read me first\.txt/.exec(home)![1]
  return (await client.get(`/files/${id}/download`)).text()
}

/** Something comes and goes in a folder all the time, as while people upload; ends when it is called. */
function stirred(folder: string) {
  const file = join(folder, 'comes-and-goes')
  let isOver = false
  const stirring = (async () => {
    while (!isOver) {
      await writeFile(file, '')
      await rm(file)
    }
  })()
  return () => ((isOver = true), stirring)
}

/** A service with the demonstration is backed up while it runs, and restored into nothing. */
async function backUpAndRestore(engine: string, before: Database, after: Database) {
  const { folder, remove } = await temporaryFolder()
  const [BACKUP, OLD, NEW] = ['backup', 'old', 'new'].map((name) => join(folder, name))
  for (const each of [BACKUP, OLD, NEW]) await mkdir(each)
  const SETTINGS = join(folder, '.env')
  await writeFile(SETTINGS, 'SERVICE_NAME=Kept\n')

  const first = await startProduction({ ...productionEnvironment(OLD, port), ...before })
  const settle = stirred(OLD)
  await follow(`back-up-${engine}`, { ...before, STORAGE_PATH: OLD, BACKUP, SETTINGS })
  await settle()
  await first.stop()
  await writeFile(SETTINGS, '')

  await follow(`restore-${engine}`, { ...after, STORAGE_PATH: NEW, BACKUP, SETTINGS })
  const environment = { ...productionEnvironment(NEW, port), ...after, DEMO: 'false' }
  const second = await startProduction(environment)
  const [content, settings] = [await adasFirstFile(), await readFile(SETTINGS, 'utf8')]
  await second.stop()
  await remove()
  return { content, settings }
}

type Database = { DB_CONNECTION?: string; DATABASE_URL?: string }

test.group('Back up and restore, as the page says', () => {
  test('brings back an SQLite service, its files and settings', async ({ assert }) => {
    const { content, settings } = await backUpAndRestore('sqlite', {}, {})
    assert.match(content, /^READ ME FIRST\r\n/)
    assert.equal(settings, 'SERVICE_NAME=Kept\n')
  }).skip(...without('bash', 'sqlite3', 'tar'))

  test('brings back a PostgreSQL service, its files and settings', async ({ assert }) => {
    await run('createdb', [`--maintenance-db=${url}`, anotherDatabase])
    const [before, after] = [url!, url!.replace(/\/\w+\?/, `/${anotherDatabase}?`)].map(
      (address) => ({ DB_CONNECTION: 'postgres', DATABASE_URL: address })
    )
    const { content, settings } = await backUpAndRestore('postgres', before, after)
    assert.match(content, /^READ ME FIRST\r\n/)
    assert.equal(settings, 'SERVICE_NAME=Kept\n')
  }).skip(...(url ? without('bash', 'createdb', 'pg_dump', 'pg_restore', 'tar') : noPostgres))
})
