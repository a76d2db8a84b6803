import AuditEntry from '#app/audit/audit_entry'
import FileVersion from '#app/files/file_version'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { theService } from '#app/audit/actor'
import { blobStore } from '#app/files/blobs/current_store'
import service from '#config/service'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { raw } from '#tests/support/raw'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'
import { truncate, unlink } from 'node:fs/promises'
import { join } from 'node:path'

const words = 'first line\nsecond line\n'

async function aDownload(bytes: Buffer | string = words, mode: 'binary' | 'ascii' = 'binary') {
  const cast = await theCast()
  const file = await received(cast.incoming, cast.ada, 'Größe "1"; 50%.txt', bytes, mode)
  return { ...cast, file, address: `/files/${file.id}/download` }
}

const downloadsOf = (id: string) => AuditEntry.about(id).where('event', 'file.downloaded')

test.group('Download', (group) => {
  group.each.setup(undone)

  test('the bytes come as they were sent, to be kept under their name', async ({
    client,
    assert,
  }) => {
    const { ada, file, address } = await aDownload()
    const response = await raw(client.get(address)).loginAs(await signedIn(ada))

    response.assertStatus(200)
    assert.equal(response.body().toString(), words)
    response.assertHeader('content-length', String(words.length))
    response.assertHeader('etag', `"${file.sha256}"`)
    response.assertHeader('accept-ranges', 'bytes')
    response.assertHeader('cache-control', 'no-store, no-cache')
    response.assertHeader('x-content-type-options', 'nosniff')
    response.assertHeader(
      'content-disposition',
      `attachment; filename="Gr__e _1_; 50_.txt"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22%3B%2050%25.txt`
    )
    const [entry, ...others] = await downloadsOf(file.id)
    assert.equal(entry.actorId, ada.id)
    assert.equal(entry.details.version, 1)
    assert.isEmpty(others)
  })

  test('a viewer may download', async ({ client }) => {
    const { incoming, dol, address } = await aDownload()
    const viewer = await person(dol, 'vera', 'Vera View')
    await FolderSubscription.start(theService, incoming, viewer, 'viewer')
    const response = await raw(client.get(address)).loginAs(await signedIn(viewer))
    response.assertStatus(200)
  })

  test('for others the file does not exist, and nothing is recorded as a download', async ({
    client,
    assert,
  }) => {
    const { otto, file, address } = await aDownload()
    const response = await raw(client.get(address)).loginAs(await signedIn(otto))
    response.assertStatus(404)
    assert.notInclude(String(response.body()), 'first line')
    assert.isEmpty(await downloadsOf(file.id))
  })

  test('who is not signed in is led to the sign-in page', async ({ client }) => {
    const { address } = await aDownload()
    const response = await client.get(address).redirects(0)
    response.assertStatus(302)
    response.assertHeader('location', '/sign-in')
  })

  test('a deleted file is not sent', async ({ client, assert }) => {
    const { ada, file, address } = await aDownload()
    await file.merge({ deletedAt: Date.now() }).save()
    const response = await raw(client.get(address)).loginAs(await signedIn(ada))
    response.assertStatus(404)
    assert.isEmpty(await downloadsOf(file.id))
  })

  test('an ended subscription ends downloading', async ({ client }) => {
    const { ada, incoming, address } = await aDownload()
    await FolderSubscription.query()
      .where({ accountId: ada.id, folderId: incoming.id })
      .update({ endedAt: Date.now() })
    const response = await raw(client.get(address)).loginAs(await signedIn(ada))
    response.assertStatus(404)
  })

  test('in a drop-off folder a contributor gets neither the file of another nor an earlier version by another', async ({
    client,
    assert,
  }) => {
    const { ada, dol, incoming, file, address } = await aDownload()
    await incoming.merge({ isDropOff: true }).save()
    const carl = await person(dol, 'carl', 'Carl Cole')
    await FolderSubscription.start(theService, incoming, carl, 'contributor')

    const others = await raw(client.get(address)).loginAs(await signedIn(carl))
    others.assertStatus(404)

    const now = { fileId: file.id, number: 2, senderId: carl.id, transferMode: 'binary' as const }
    const first = await FileVersion.findByOrFail({ fileId: file.id, number: 1 })
    const { sizeBytes, sha256 } = first
    const { key: blobKey } = await blobStore().keep(streamOf(words))
    await FileVersion.create({ ...now, blobKey, sizeBytes, sha256 })
    await file.merge({ senderId: carl.id, versionNumber: 2 }).save()

    const own = await raw(client.get(address)).loginAs(await signedIn(carl))
    own.assertStatus(200)
    const earlier = await raw(client.get(`${address}?version=1`)).loginAs(await signedIn(carl))
    earlier.assertStatus(404)
    const gone = await raw(client.get(address)).loginAs(await signedIn(ada))
    gone.assertStatus(404)
    assert.lengthOf(await downloadsOf(file.id), 1)
  })

  test('a part is sent as a part, and a later part of a download that began is no new entry', async ({
    client,
    assert,
  }) => {
    const { ada, file, address } = await aDownload()
    const as = await signedIn(ada)
    const first = await raw(client.get(address)).loginAs(as).header('range', 'bytes=0-9')
    first.assertStatus(206)
    first.assertHeader('content-range', `bytes 0-9/${words.length}`)
    assert.equal(first.body().toString(), 'first line')

    const rest = await raw(client.get(address)).loginAs(as).header('range', 'bytes=10-')
    rest.assertStatus(206)
    assert.equal(rest.body().toString(), words.slice(10))
    assert.lengthOf(await downloadsOf(file.id), 1)

    const end = await raw(client.get(address)).loginAs(as).header('range', 'bytes=-5')
    assert.equal(end.body().toString(), words.slice(-5))
  })

  test('a part that nobody began to download before is an entry', async ({ client, assert }) => {
    const { ada, file, address } = await aDownload()
    await raw(client.get(address))
      .loginAs(await signedIn(ada))
      .header('range', 'bytes=3-')
    const [entry] = await downloadsOf(file.id)
    assert.equal(entry.details.from, 3)
  })

  test('what lies outside is refused with the size', async ({ client, assert }) => {
    const { ada, file, address } = await aDownload()
    const response = await raw(client.get(address))
      .loginAs(await signedIn(ada))
      .header('range', 'bytes=1000-')
    response.assertStatus(416)
    response.assertHeader('content-range', `bytes */${words.length}`)
    assert.isEmpty(await downloadsOf(file.id))
  })

  test('a part of other bytes, or several parts, are answered whole', async ({ client }) => {
    const { ada, file, address } = await aDownload()
    const as = await signedIn(ada)
    const stale = await raw(client.get(address))
      .loginAs(as)
      .header('range', 'bytes=5-')
      .header('if-range', '"other"')
    stale.assertStatus(200)
    const fresh = await raw(client.get(address))
      .loginAs(as)
      .header('range', 'bytes=5-')
      .header('if-range', `"${file.sha256}"`)
    fresh.assertStatus(206)
    const several = await raw(client.get(address)).loginAs(as).header('range', 'bytes=0-1,4-5')
    several.assertStatus(200)
  })

  test('who has the bytes already is told so, and a HEAD gets none', async ({ client, assert }) => {
    const { ada, file, address } = await aDownload()
    const as = await signedIn(ada)
    const known = await raw(client.get(address))
      .loginAs(as)
      .header('if-none-match', `"${file.sha256}"`)
    known.assertStatus(304)

    const head = await client.request(address, 'HEAD').loginAs(as)
    head.assertStatus(200)
    head.assertHeader('content-length', String(words.length))
    assert.isEmpty(await downloadsOf(file.id))
  })

  test('an empty file is sent, also to who asks for a part', async ({ client }) => {
    const { ada, address } = await aDownload('')
    const as = await signedIn(ada)
    const whole = await raw(client.get(address)).loginAs(as)
    whole.assertStatus(200)
    whole.assertHeader('content-length', '0')
    const part = await raw(client.get(address)).loginAs(as).header('range', 'bytes=0-')
    part.assertStatus(200)
  })

  test('nothing is sent when less is stored than was received', async ({ client, assert }) => {
    const { ada, file, address } = await aDownload()
    const { blobKey } = await file.currentVersion()
    await truncate(join(service.storagePath, 'files', blobKey!), 5)
    const response = await raw(client.get(address)).loginAs(await signedIn(ada))
    response.assertStatus(500)
    assert.include(String(response.body()), 'what is stored is not what was received')
    assert.notInclude(String(response.body()), blobKey!)
    assert.isEmpty(await downloadsOf(file.id))
  })

  test('neither download, part, view nor original of a file leaves when what is stored is {$self}')
    .with(['shorter', 'longer', 'gone'])
    .run(async ({ client, assert }, change) => {
      const { ada, file } = await aDownload('a\r\nb\r\n', 'ascii')
      const { blobKey, originalBlobKey } = await file.currentVersion()
      for (const key of [blobKey!, originalBlobKey!]) {
        const path = join(service.storagePath, 'files', key)
        if (change === 'gone') await unlink(path)
        else await truncate(path, change === 'longer' ? 100 : 1)
      }
      const as = await signedIn(ada)
      for (const way of [
        'download',
        'download?original=1',
        'download?mode=ascii',
        'text',
        'html',
      ]) {
        for (const path of [way, way.replace(/^(text|html)$/, 'contents/$1')]) {
          const response = await client
            .get(`/files/${file.id}/${path}`)
            .loginAs(as)
            .header('range', 'bytes=0-0')
          response.assertStatus(500)
          assert.include(response.text(), 'what is stored is not what was received', path)
        }
      }
      assert.isEmpty(await downloadsOf(file.id))
      assert.isEmpty(await AuditEntry.about(file.id).where('event', 'file.viewed'))
    })

  test('an earlier version is sent under its number, and no version that never was', async ({
    client,
    assert,
  }) => {
    const { ada, incoming, file, address } = await aDownload()
    await received(incoming, ada, file.name, 'newer')
    const as = await signedIn(ada)
    const newest = await raw(client.get(address)).loginAs(as)
    assert.equal(newest.body().toString(), 'newer')
    const first = await raw(client.get(`${address}?version=1`)).loginAs(as)
    assert.equal(first.body().toString(), words)
    const third = await raw(client.get(`${address}?version=3`)).loginAs(as)
    third.assertStatus(404)
  })
})

test.group('Download in ASCII mode', (group) => {
  group.each.setup(undone)

  test('line feeds leave as CR LF, without a length and without parts', async ({
    client,
    assert,
  }) => {
    const { ada, file, address } = await aDownload('a\nb\r\nc\n')
    const as = await signedIn(ada)
    const response = await raw(client.get(`${address}?mode=ascii`))
      .loginAs(as)
      .header('range', 'bytes=2-')
    response.assertStatus(200)
    assert.equal(response.body().toString(), 'a\r\nb\r\nc\r\n')
    assert.notProperty(response.headers(), 'content-length')
    assert.notProperty(response.headers(), 'accept-ranges')
    assert.notProperty(response.headers(), 'etag')
    const [entry] = await downloadsOf(file.id)
    assert.equal(entry.details.mode, 'ascii')
  })

  test('what is no text leaves byte for byte', async ({ client, assert }) => {
    const binary = Buffer.from([0, 10, 13, 10, 255, 10])
    const { ada, address } = await aDownload(binary)
    const response = await raw(client.get(`${address}?mode=ascii`)).loginAs(await signedIn(ada))
    assert.isTrue(binary.equals(response.body()))
    response.assertHeader('accept-ranges', 'bytes')
  })

  test('the original of a converted file is there to be had', async ({ client, assert }) => {
    const { ada, address } = await aDownload('a\r\nb\r\n', 'ascii')
    const as = await signedIn(ada)
    const converted = await raw(client.get(address)).loginAs(as)
    assert.equal(converted.body().toString(), 'a\nb\n')
    const original = await raw(client.get(`${address}?original=1`)).loginAs(as)
    assert.equal(original.body().toString(), 'a\r\nb\r\n')
  })

  test('a file that was never converted has no other original', async ({ client }) => {
    const { ada, address } = await aDownload()
    const response = await raw(client.get(`${address}?original=1`)).loginAs(await signedIn(ada))
    response.assertStatus(404)
  })
})

async function* streamOf(text: string) {
  yield Buffer.from(text)
}
