import service from '#config/service'
import { isSqlite } from '#app/shared/transaction'
import { test } from '@japa/runner'
import { once } from 'node:events'
import { join } from 'node:path'
import sqlite from 'sqlite3'

const run = (database: sqlite.Database, sql: string) =>
  new Promise<void>((done, failed) =>
    database.run(sql, (error) => (error ? failed(error) : done()))
  )

/** Another connection must see the lock, so nothing here is undone: nothing may be stored. */
test.group('A busy database', () => {
  test('pages still open; what would be stored is asked for again in a moment', async ({
    client,
  }) => {
    const other = new sqlite.Database(join(service.storagePath, 'waybill.sqlite3'))
    await once(other, 'open')
    await run(other, 'begin immediate')
    const signIn = () =>
      client
        .post('/sign-in')
        .form({ username: 'nobody', password: 'x' })
        .withCsrfToken()
        .redirects(0)
    try {
      const page = await client.get('/sign-in')
      page.assertStatus(200)
      const refused = await signIn()
      refused.assertStatus(503)
      refused.assertHeader('retry-after', '5')
      refused.assertTextIncludes('The service is busy')
    } finally {
      await run(other, 'rollback')
      other.close()
    }
  }).skip(() => !isSqlite(), 'SQLite only')
})
