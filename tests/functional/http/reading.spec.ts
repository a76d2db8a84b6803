import Secret from '#app/accounts/secret'
import { inTransaction, isSqlite } from '#app/shared/transaction'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { accessByRoute } from '#app/doors/http/access/declared_access'
import router from '@adonisjs/core/services/router'
import db from '@adonisjs/lucid/services/db'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

/** What reading may add to or touch: the trail of who read, the clock of the session, the browser's own bag. */
const touched = new Set(['audit_entries', 'audit_heads', 'account_sessions', 'session_bags'])

/** The face of an index that can only be searched; what it keeps lies in tables of its own, which are read. */
const face = 'file_name_parts'

async function tables() {
  const rows = isSqlite()
    ? await db.from('sqlite_master').where('type', 'table').select('name')
    : await db.from('pg_tables').where('schemaname', 'public').select('tablename as name')
  return rows
    .map(({ name }) => name as string)
    .filter((name) => !touched.has(name) && name !== face)
}

async function everything() {
  const rows: Record<string, string[]> = {}
  for (const table of await tables()) {
    const stored = await db.from(table)
    rows[table] = stored.map((row) => JSON.stringify(row)).sort()
  }
  return rows
}

async function adasAddresses() {
  const { ada, adasHome } = await theCast()
  const file = await received(adasHome, ada, 'a.txt', 'words')
  const gone = await received(adasHome, ada, 'gone.txt', 'words')
  await gone.merge({ deletedAt: Date.now() }).save()
  const token = await inTransaction((trx) => Secret.make(ada, 'password_reset', trx))
  const ids: Record<string, string[]> = { folders: [adasHome.id], files: [file.id, gone.id] }
  const paths = accessByRoute(router)
    .filter(({ methods }) => methods.includes('GET'))
    .flatMap(({ pattern }) =>
      (ids[pattern.split('/')[1]] ?? ['no-id']).map((id) =>
        pattern
          .replace('*', 'no/such/place')
          .replace(':manner', 'html')
          .replace(':token', token)
          .replace(/:(\w+_)?id\b/, id)
      )
    )
  return { ada, paths }
}

test.group('Reading', (group) => {
  group.each.setup(undone)

  test('changes nothing: no page that is opened stores, uses up or ends anything', async ({
    client,
    assert,
  }) => {
    const { ada, paths } = await adasAddresses()
    const as = await signedIn(ada)
    const before = await everything()
    assert.isAbove(Object.keys(before).length, 10)
    for (const path of paths) {
      for (const verb of ['GET', 'HEAD']) {
        for (const sign of ['', '?_method=DELETE', '?_method=PUT&do=delete']) {
          const asked = client.request(path + sign, verb).redirects(0)
          await asked.loginAs(as)
        }
      }
      assert.deepEqual(await everything(), before, path)
    }
    assert.isNull((await as.session!.refresh()).endedAt)
  })

  test('nor does a visitor make the service keep anything by coming by', async ({ assert }) => {
    const { paths } = await adasAddresses()
    const before = { ...(await everything()), bags: await db.from('session_bags') }
    const visitor = new Visitor()
    for (const path of paths) await visitor.open(path)
    assert.deepEqual({ ...(await everything()), bags: await db.from('session_bags') }, before)
    assert.lengthOf(await db.from('account_sessions'), 0)
  })

  test('no address in a page holds the token of its forms or the session’s id', async ({
    client,
    assert,
  }) => {
    const { ada, paths } = await adasAddresses()
    const as = await signedIn(ada)
    for (const path of paths.filter((one) => !/download|archive|contents|logo/.test(one))) {
      const response = await client.get(path).accept('html').loginAs(as)
      const token = /name='_csrf' value='([^']+)'/.exec(response.text())?.[1]
      const addresses = response.text().match(/(href|src|action|formaction)="[^"]*"/g) ?? []
      const isPage = response.header('content-type')?.startsWith('text/html')
      if (isPage) assert.isNotEmpty(addresses, path)
      const own = addresses.filter((one) => !one.includes('/profile/sessions/')).join('\n')
      assert.notInclude(own, as.session!.id, path)
      if (token) assert.notInclude(own, token, path)
    }
  })
})
