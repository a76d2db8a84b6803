import { PlainClient, tokenIn } from '#tests/support/plain_client'
import {
  build,
  productionEnvironment,
  startProduction,
  temporaryFolder,
  type Production,
} from '#tests/support/production'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

const run = promisify(execFile)
const password = 'Waybill-2026-demo'
const port = Number(process.env.PORT)
const url = `http://localhost:${port}`

/** What a production process stands on: SQLite, and PostgreSQL where `npm test` found one. */
const engines = {
  SQLite: {},
  PostgreSQL: { DB_CONNECTION: 'postgres', DATABASE_URL: process.env.PRODUCTION_DATABASE_URL },
}

async function ada() {
  const client = new PlainClient(url)
  await client.signIn('dol.ada', password)
  return client
}

async function upload(client: PlainClient, name: string, bytes: Buffer) {
  const home = await client.page('/home')
  const form = new FormData()
  form.set('_csrf', tokenIn(home))
  form.set('mode', 'binary')
  form.set('do', 'upload')
  form.set('upload', new Blob([new Uint8Array(bytes)]), name)
  return client.post(/action="([^"]*\/folders\/[^"]*\/forms[^"]*)"/.exec(home)![1], form)
}

for (const [engine, environment] of Object.entries(engines)) {
  test.group(`The production build on ${engine}`, (group) => {
    let server: Production
    let storage: Awaited<ReturnType<typeof temporaryFolder>>
    const isMissing = engine === 'PostgreSQL' && !process.env.PRODUCTION_DATABASE_URL

    group.tap((each) => void each.skip(isMissing, 'There is no PostgreSQL on this machine'))
    group.setup(async () => {
      if (isMissing) return
      storage = await temporaryFolder()
      const settings = { ...productionEnvironment(storage.folder, port), ...environment }
      server = await startProduction(settings)
    })
    group.teardown(async () => {
      await server?.stop()
      await storage?.remove()
    })

    test('answers at the address that it tells, on both kinds of localhost', async ({ assert }) => {
      assert.equal(server.url, url)
      for (const host of ['localhost', '127.0.0.1', '[::1]']) {
        assert.equal((await fetch(`http://${host}:${port}/sign-in`)).status, 200, host)
      }
    })

    test('is the only one at its port: a second one says so and ends', async ({ assert }) => {
      const env = { ...productionEnvironment(storage.folder, port), ...environment }
      const second = run(process.execPath, ['bin/server.js', '--prepare'], {
        cwd: build,
        env,
        timeout: 30_000,
      })
      const { code, stderr } = await second.catch((failed) => failed)
      assert.equal(code, 1)
      assert.include(stderr, `Something else answers on port ${port} already.`)
    })

    test('sends every page with the headers that protect it', async ({ assert }) => {
      const { headers } = await new PlainClient(url).get('/sign-in')
      const policy = headers.get('content-security-policy')!
      assert.include(policy, "default-src 'none'")
      assert.notMatch(policy, /unsafe|\*|http:/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin')
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin')
      assert.equal(headers.get('cache-control'), 'no-store, no-cache')
      assert.match(headers.get('strict-transport-security')!, /max-age=31536000/)
      assert.isNull(headers.get('x-powered-by'))
      for (const cookie of headers.getSetCookie()) {
        assert.match(cookie, /HttpOnly/)
        assert.match(cookie, /SameSite=Lax/)
      }
    })

    test('serves the style sheet and the scripts, to be kept for a year', async ({ assert }) => {
      const page = await new PlainClient(url).page('/sign-in')
      const assets = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path)
      assert.isAbove(assets.length, 1)
      for (const path of assets) {
        const response = await fetch(url + path)
        assert.equal(response.status, 200, path)
        assert.match(response.headers.get('cache-control')!, /max-age=31536000, immutable/)
      }
    })

    test('does not answer under a name that is not its own', async ({ assert }) => {
      assert.equal(await statusFor('elsewhere.example'), 421)
    })

    test('lets Ada in, and shows her files', async ({ assert }) => {
      const home = await (await ada()).page('/home')
      assert.include(home, 'Read me first.txt')
      assert.include(home, 'Incoming')
      assert.notInclude(home, 'DATAPOLICY')
    })

    test('leads the new hire to the password, and whose terms are pending to the terms', async ({
      assert,
    }) => {
      const leads = { 'dol.newhire': '/password', 'riverside.admin': '/terms' }
      for (const [username, page] of Object.entries(leads)) {
        const client = new PlainClient(url)
        await client.signIn(username, password)
        assert.equal((await client.get('/home')).headers.get('location'), page)
      }
    })

    test('lets nobody in with a wrong password', async ({ assert }) => {
      const client = new PlainClient(url)
      await client.signIn('opm.otto', password.toLowerCase())
      assert.match((await client.get('/home')).headers.get('location')!, /sign-in/)
    })

    test('keeps a file byte for byte from upload to download', async ({ assert }) => {
      const [client, bytes] = [await ada(), randomBytes(2_500_000)]
      assert.equal((await upload(client, 'production test.bin', bytes)).status, 303)

      const home = await client.page('/home')
      const row = home.slice(home.indexOf('production test.bin') - 600)
      const [, id] = /\/files\/([0-9a-f-]{36})/.exec(row)!
      const response = await client.get(`/files/${id}/download`)
      assert.equal(response.status, 200)
      assert.match(response.headers.get('content-disposition')!, /^attachment/)
      assert.isTrue(bytes.equals(Buffer.from(await response.arrayBuffer())))
    })

    test('tells nothing of its inside when an address is wrong', async ({ assert }) => {
      const response = await new PlainClient(url).get('/nothing-here')
      assert.equal(response.status, 404)
      assert.notMatch(await response.text(), /node_modules|\.js:|at .*\(/)
    })

    test('says how much memory it takes', async ({ assert }) => {
      const megabytes = Math.round((await server.memoryBytes()) / 1024 ** 2)
      process.stdout.write(`    ${engine}: ${megabytes} MiB\n`)
      assert.isBelow(megabytes, 400)
    })

    test('ends when asked, with exit code 0, and keeps what it has', async ({ assert }) => {
      assert.equal(await server.stop(), 0)
      const settings = { ...productionEnvironment(storage.folder, port), ...environment }
      server = await startProduction(settings)
      assert.include(await (await ada()).page('/home'), 'Read me first.txt')
    })
  })
}

/** Sent with a Host of our choice, which fetch would not allow. */
async function statusFor(host: string) {
  const { request } = await import('node:http')
  return new Promise<number>((resolve, reject) => {
    const sent = request(url, { headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    sent.on('error', reject).end()
  })
}
