import { useStore } from '#app/files/blobs/current_store'
import { FsStore } from '#app/files/blobs/fs_store'
import { S3Store } from '#app/files/blobs/s3_store'
import File from '#app/files/file'
import type Folder from '#app/folders/folder'
import service from '#config/service'
import { ownStore } from '#tests/support/bytes'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { sent } from '#tests/support/files'
import { formHeaders, multipart } from '#tests/support/multipart'
import { PlainBrowser } from '#tests/support/plain_browser'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import { once } from 'node:events'
import { readFile, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

async function adasFile() {
  const cast = await theCast()
  const ada = await PlainBrowser.signIn('ada')
  await ada.sendFolderForm(cast.adasHome.id, { upload: [sent('a.txt', 'first')] })
  const file = await File.findByOrFail({ name: 'a.txt' })
  await ada.open('/home')
  return { ...cast, browser: ada, file }
}

test.group('When the service is full', (group) => {
  group.each.setup(undone)

  test('an upload is told so plainly; reading, viewing and deleting go on', async ({
    assert,
    cleanup,
  }) => {
    const { browser, file, adasHome } = await adasFile()
    const { reserveBytes } = service
    cleanup(() => void (service.reserveBytes = reserveBytes))
    service.reserveBytes = Number.MAX_SAFE_INTEGER

    await browser.sendFolderForm(adasHome.id, { upload: [sent('b.txt')] })
    assert.include(browser.text, 'There is no room left for this file on the service.')
    assert.isNull(await File.findBy({ name: 'b.txt' }))

    await browser.open(`/files/${file.id}/download`)
    assert.equal(browser.html, 'first')
    await browser.open(`/files/${file.id}/contents/text`)
    assert.equal(browser.html, 'first')
    await browser.open('/home')
    await browser.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    assert.isNotNull((await file.refresh()).deletedAt)
  })
})

test.group('When the store of the bytes is away', (group) => {
  group.each.setup(undone)

  test('only bytes are: pages, waybills and deleting work, and nobody is told an errno', async ({
    assert,
    cleanup,
  }) => {
    const { browser, file, adasHome } = await adasFile()
    const nowhere = { region: 'us-east-1', endpoint: 'http://127.0.0.1:1', forcePathStyle: true }
    const credentials = { accessKeyId: 'x', secretAccessKey: 'x' }
    const away = new S3Store({ ...nowhere, bucket: 'waybill', credentials, maxAttempts: 1 })
    cleanup(useStore(away))

    for (const path of ['/home', '/profile', '/help', '/deleted', `/files/${file.id}`]) {
      assert.equal((await browser.open(path)).status, 200, path)
    }
    for (const path of [`/files/${file.id}/download`, `/files/${file.id}/contents/text`]) {
      assert.isAtLeast((await browser.open(path)).status, 500, path)
      assert.notMatch(browser.html, /ECONNREFUSED|errno|127\.0\.0\.1:1|aws|bucket/i)
      assert.notInclude(browser.html, 'first')
    }
    await browser.open('/home')
    await browser.sendFolderForm(adasHome.id, { upload: [sent('b.txt')] })
    assert.include(browser.text, 'cannot be reached at this moment')
    await browser.open('/home')
    await browser.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    assert.isNotNull((await file.refresh()).deletedAt)
  })
})

test.group('When the line breaks', (group) => {
  group.each.setup(undone)

  test('in the middle of a file, nothing of it stays and the earlier version stands', async ({
    assert,
    cleanup,
  }) => {
    const { files, undo } = await ownStore()
    cleanup(undo)
    const { browser, file, adasHome } = await adasFile()
    const { line, body } = await newVersion(browser, adasHome)
    line.write(body.subarray(0, 300_000))
    await until(async () => (await files()).length === 2)
    line.destroy()
    await until(async () => (await files()).length === 1)

    assert.equal((await file.refresh()).versionNumber, 1)
    assert.lengthOf(await file.related('versions').query(), 1)
    await browser.open(`/files/${file.id}/download`)
    assert.equal(browser.html, 'first')
  })

  test('behind the last byte, before the file is published, it is as if it had not come', async ({
    assert,
    cleanup,
  }) => {
    const { files, path, undo } = await ownStore()
    cleanup(undo)
    const { browser, file, adasHome } = await adasFile()
    const store = new SlowStore(path)
    cleanup(useStore(store))
    const { line, body } = await newVersion(browser, adasHome)
    line.write(body)
    await store.hasKept.promise
    line.destroy()
    await setTimeout(200)
    store.mayGoOn.resolve()
    await until(async () => (await files()).length === 1)

    assert.equal((await file.refresh()).versionNumber, 1)
    assert.lengthOf(await file.related('versions').query(), 1)
  })
})

/** Has everything safely, and takes its time to say so. */
class SlowStore extends FsStore {
  hasKept = Promise.withResolvers<void>()
  mayGoOn = Promise.withResolvers<void>()

  async keep(source: AsyncIterable<Uint8Array>) {
    const blob = await super.keep(source)
    this.hasKept.resolve()
    await this.mayGoOn.promise
    return blob
  }
}

/** The form that makes a new version of Ada's file, and a line on which it is about to be sent. */
async function newVersion(browser: PlainBrowser, { id }: Folder) {
  const body = multipart([
    { field: '_csrf', body: browser.token },
    { field: 'mode', body: 'binary' },
    { field: 'upload', filename: 'a.txt', body: Buffer.alloc(500_000, 'x') },
  ])
  const head = [
    `POST /folders/${id}/forms HTTP/1.1`,
    `Host: localhost`,
    `Cookie: ${browser.cookie}`,
    `Content-Type: ${formHeaders['content-type']}`,
    `Content-Length: ${body.length}`,
  ]
  const line = connect(Number(process.env.PORT), 'localhost')
  await once(line, 'connect')
  line.write(head.join('\r\n') + '\r\n\r\n')
  return { line, body }
}

test.group('What lies in the storage', (group) => {
  group.each.setup(undone)

  test('has no address, no name that anybody chose, and can be run by nobody', async ({
    assert,
  }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    const script = '#!/bin/sh\necho run\n'
    await ada.sendFolderForm(adasHome.id, { upload: [sent('index.html.sh', script)] })
    const { blobKey } = await (await File.findByOrFail({ name: 'index.html.sh' })).currentVersion()
    assert.notMatch(blobKey!, /index|html|sh$|\./)
    const path = join(service.storagePath, 'files', blobKey!)
    assert.equal(await readFile(path, 'utf8'), script)
    assert.equal((await stat(path)).mode & 0o177, 0)
    for (const address of [
      ...['uploads', 'files', 'storage', 'storage/files', 'assets', 'drive/fs'].map(
        (folder) => `/${folder}/${blobKey}`
      ),
      `/${blobKey}`,
      '/storage/waybill.sqlite3',
      '/..%2fstorage/waybill.sqlite3',
      '/assets/..%2f..%2fstorage/waybill.sqlite3',
      '/.env',
      '/assets/..%2f..%2f.env',
    ]) {
      assert.equal((await ada.open(address)).status, 404, address)
      assert.notInclude(ada.html, 'echo run')
    }
  })
})
