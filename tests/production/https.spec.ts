import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import Organization from '#app/organizations/organization'
import { AnotherProcess } from '#tests/support/another_process'
import { password, person } from '#tests/support/cast'
import { certificateFor } from '#tests/support/certificate'
import { Curl } from '#tests/support/curl'
import { without } from '#tests/support/programs'
import { clientAddress, TlsProxy } from '#tests/support/tls_proxy'
import { test } from '@japa/runner'
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Not localhost, which browsers trust without encryption. */
const host = 'sft.example.gov'

test.group('Behind a proxy that ends TLS', (group) => {
  const skip = without('curl', 'openssl')
  let certificate: Awaited<ReturnType<typeof certificateFor>>
  let proxy: TlsProxy
  let waybill: AnotherProcess
  let origin: string
  /** The same process without the proxy. */
  let open: string
  let manner: string[]
  let curl: Curl

  group.tap((each) => void each.skip(...skip))
  group.setup(async () => {
    if (skip[0]) return
    certificate = await certificateFor(host)
    proxy = new TlsProxy(certificate)
    const port = await proxy.open()
    origin = `https://${host}:${port}`
    const settings = { APP_URL: origin, TRUSTED_PROXIES: '127.0.0.1', JOBS: 'false' }
    waybill = await AnotherProcess.start(settings)
    proxy.target = waybill.origin
    open = `http://${host}:${new URL(waybill.origin).port}`
    const here = [port, new URL(open).port].flatMap((each) => [
      '--resolve',
      `${host}:${each}:127.0.0.1`,
    ])
    manner = [...here, '--cacert', certificate.certPath]
    const tls = { kind: 'agency', name: 'Bureau of Proxies', shortName: 'PROXIES' } as const
    await person(await Organization.enrol(theService, tls), 'petra', 'Petra Proxy')
  })
  group.teardown(async () => {
    await waybill?.end('SIGKILL')
    await proxy?.close()
    await certificate?.remove()
  })
  group.each.setup(async () => {
    curl = await Curl.begin(origin, ...manner)
    return () => curl.close()
  })

  /** The heads of all answers on the way to a page. */
  async function headsOf(way: () => Promise<unknown>) {
    const path = join(curl.folder, 'heads')
    curl.manner.push('-D', path)
    await way()
    curl.manner.splice(-2)
    return readFile(path, 'utf8')
  }

  const signIn = () => curl.send('/sign-in', { username: 'petra', password })

  test('a browser that checks them takes the cookies, and the person is in', async ({ assert }) => {
    await curl.open('/sign-in')
    await signIn()
    assert.include(await curl.open('/home'), 'Petra Proxy')
  })

  test('every cookie is for this host alone, encrypted lines alone, and no script', async ({
    assert,
  }) => {
    let heads = await headsOf(() => curl.open('/sign-in'))
    heads += await headsOf(signIn)
    const cookies = [...heads.matchAll(/^set-cookie: (.*?)\r$/gim)].map(([, cookie]) => cookie)
    const names = new Set(cookies.map((cookie) => cookie.split('=')[0]))
    assert.includeMembers([...names], ['__Host-waybill', '__Host-waybill-device'])
    for (const cookie of cookies) {
      /** The framework takes away one that it never set. */
      if (!/^remember_web=;/.test(cookie)) assert.match(cookie, /^__Host-/)
      for (const attribute of [/; Secure/i, /; HttpOnly/i, /; Path=\/(;|$)/i, /; SameSite=Lax/i]) {
        assert.match(cookie, attribute)
      }
      assert.notMatch(cookie, /; Domain/i)
    }
  })

  test('cookies do not travel on a line that is not encrypted', async ({ assert }) => {
    await curl.open('/sign-in')
    await signIn()
    for (const [address, seen] of [
      [origin, 'Petra Proxy'],
      [open, 'Both User Name and Password'],
    ]) {
      const there = await Curl.begin(address, ...manner)
      await copyFile(join(curl.folder, 'jar'), join(there.folder, 'jar'))
      assert.include(await there.open('/home'), seen)
      await there.close()
    }
  })

  test('whatever is answered, the browser is told to come encrypted for a year: {$self}')
    .with(['/sign-in', '/home', '/nothing-here', '/health/live', '/favicon.svg'])
    .run(async ({ assert }, path) => {
      const heads = await headsOf(() => curl.open(path))
      const answers = heads.match(/^HTTP\//gm)!.length
      const told = heads.match(/^strict-transport-security: max-age=31536000/gim) ?? []
      assert.lengthOf(told, answers)
    })

  test('the trail knows the address of the person, not that of the proxy', async ({ assert }) => {
    await curl.open('/sign-in')
    await signIn()
    const entry = await AuditEntry.query()
      .where('event', 'sign_in.done')
      .where('actorName', 'Petra Proxy (petra)')
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.equal(entry.address, clientAddress)
  })

  test('a form that another site sends is refused, our own is not', async ({ assert }) => {
    await curl.open('/sign-in')
    const { token } = curl
    const fields = [`_csrf=${token}`, 'username=petra', 'password=wrong']
    const form = fields.flatMap((field) => ['--data-urlencode', field])
    const send = (from: string) => curl.open('/sign-in', '-H', `Origin: ${from}`, ...form)
    assert.include(await send(origin.replace('https', 'http')), 'came from another site')
    assert.include(await send('https://elsewhere.example'), 'came from another site')
    assert.include(await send(origin), 'User name or password is not correct.')
  })
})

test.group('Behind a proxy that nobody named', () => {
  test('its word on where a request came from does not count', async ({ assert, cleanup }) => {
    const waybill = await AnotherProcess.start({ JOBS: 'false' })
    cleanup(async () => void (await waybill.end('SIGKILL')))
    const curl = await Curl.begin(waybill.origin, '-H', 'X-Forwarded-For: 198.51.100.7')
    cleanup(() => curl.close())
    await curl.open('/sign-in')
    await curl.send('/sign-in', { username: 'nobody at all', password: 'x' })
    const entry = await AuditEntry.query()
      .where('event', 'sign_in.refused')
      .orderBy('id', 'desc')
      .firstOrFail()
    assert.equal(entry.address, '127.0.0.1')
  }).skip(...without('curl'))
})
