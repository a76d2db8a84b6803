import HeldUpload from '#app/files/receiving/held_upload'
import File from '#app/files/file'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { formHeaders, multipart, type Part } from '#tests/support/multipart'
import { everyDoor, isUnsafe } from '#tests/support/routes'
import service from '#config/service'
import app from '@adonisjs/core/services/app'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const names = [
  'upload',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__[polluted]',
  'a[__proto__][polluted]',
  'constructor.prototype.polluted',
  '',
  'a[]',
  '../../x',
  'x'.repeat(5000),
]

const hostileParts: Part[] = [
  ...names.map((field) => ({ field, body: 'polluted' })),
  ...names.map((field) => ({ field, filename: `${field}.txt`, body: 'polluted' })),
  { field: '', disposition: 'form-data', body: 'x' },
  { field: '', disposition: 'form-data; filename="../../../x"', body: 'x' },
  { field: '', disposition: `form-data; name=a; filename*=UTF-8''%ff%00`, body: 'x' },
]

/** Every file below some folders. */
async function filesIn(...folders: string[]) {
  const found = await Promise.all(
    folders.map((folder) => readdir(folder, { recursive: true }).catch(() => []))
  )
  return found.flat().filter((name) => !/sqlite3(-wal|-shm)?$/.test(name))
}

/** A temporary folder of this process alone, so that whatever is written there is seen. */
async function ownTemporaryFolder() {
  const former = process.env.TMPDIR
  const folder = await mkdtemp(join(tmpdir(), 'waybill-hostile-'))
  process.env.TMPDIR = folder
  return {
    folder,
    undo: async () => {
      if (former === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = former
      await rm(folder, { recursive: true })
    },
  }
}

/** What the body of a request may claim to be. */
const bodies: [Record<string, string>, () => Buffer][] = [
  ...hostileParts.map((part): [Record<string, string>, () => Buffer] => [
    formHeaders,
    () => multipart([part]),
  ]),
  [formHeaders, () => multipart(hostileParts)],
  [{ 'content-type': 'multipart/form-data' }, () => multipart(hostileParts)],
  [
    { 'content-type': 'application/x-www-form-urlencoded' },
    () => Buffer.from('__proto__[polluted]=1&constructor[prototype][polluted]=1&a[__proto__][b]=1'),
  ],
  [
    { 'content-type': 'application/json' },
    () => Buffer.from('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  ],
  [{ 'content-type': 'application/json' }, () => Buffer.from('{"a":')],
  [{ 'content-type': 'application/json', 'content-encoding': 'gzip' }, () => Buffer.from('no')],
]

async function send(client: ApiClient, path: string, verb: string, index: number) {
  const [headers, body] = bodies[index]
  const asked = client.request(path, verb).headers(headers).redirects(0)
  return { asked, body: body() }
}

test.group('Hostile requests', (group) => {
  group.each.setup(undone)

  test('whatever a visitor sends, and wherever, nothing is written and the service goes on', async ({
    client,
    assert,
    cleanup,
  }) => {
    await theCast()
    const { folder, undo } = await ownTemporaryFolder()
    cleanup(undo)
    const places = [folder, app.tmpPath(), service.storagePath]
    const before = await filesIn(...places)
    for (const { verb, path } of everyDoor().filter((door) => isUnsafe(door.verb))) {
      for (const index of bodies.keys()) {
        const { asked, body } = await send(client, path, verb, index)
        asked.request.send(body as never)
        const response = await asked
        assert.isBelow(response.status(), 500, `${verb} ${path}, body ${index}`)
      }
    }
    assert.deepEqual(await filesIn(...places), before)
    assert.notProperty({} as object, 'polluted')
    assert.lengthOf(await File.all(), 0)
    ;(await client.get('/sign-in')).assertStatus(200)
  })

  test('what a signed-in person calls the parts of a form does no harm either', async ({
    client,
    assert,
    cleanup,
  }) => {
    const { ada, adasHome } = await theCast()
    const { folder, undo } = await ownTemporaryFolder()
    cleanup(undo)
    const as = await signedIn(ada)
    for (const index of bodies.keys()) {
      const { asked, body } = await send(client, `/folders/${adasHome.id}/forms`, 'POST', index)
      asked
        .loginAs(as)
        .withCsrfToken()
        .request.send(body as never)
      const response = await asked
      assert.isBelow(response.status(), 500, `body ${index}`)
    }
    assert.deepEqual(await filesIn(folder), [])
    assert.notProperty({} as object, 'polluted')
    assert.lengthOf(await HeldUpload.all(), 0)
  })

  test('what is no proper request gets an answer without the inside of the service')
    .with([
      'GET /%E0%A4%A HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET /files/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET /files/..%2f..%2fetc%2fpasswd/download HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET //localhost:1/x HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET http://elsewhere.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: localhost\r\nCookie: waybill=s%3Anonsense; a=%E0%A4%A\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: localhost\r\nAccept: ;;;q=x, */\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`,
      'POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'NONSENSE\r\n\r\n',
    ])
    .run(async ({ client, assert }, request) => {
      const socket = connect(Number(process.env.PORT), 'localhost')
      socket.on('error', () => {})
      socket.write(request.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))
      const answer = await text(socket).catch(() => '')
      const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 400
      assert.isBelow(Number(status), 500, answer.slice(0, 300))
      assert.notMatch(answer, /node_modules|\n\s+at |sqlite|errno/i)
      ;(await client.get('/health/live')).assertStatus(200)
    })
})
