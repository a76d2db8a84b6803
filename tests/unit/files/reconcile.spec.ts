import { blobStore } from '#app/files/blobs/current_store'
import { receive } from '#app/files/receiving/receive'
import { reconcile, sweepBlobs } from '#app/files/deleting/reconcile'
import { day, hour, minute, now } from '#app/shared/clock'
import { adasUpload, bytesOf, ownStore } from '#tests/support/bytes'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'

test.group('What dead uploads left', (group) => {
  group.each.setup(undone)

  test('bytes that no row names go once their row is overdue, and named ones stay', async ({
    assert,
    cleanup,
  }) => {
    const { files, undo } = await ownStore()
    cleanup(undo)
    const { version } = await receive(Readable.from(['named']), await adasUpload('a.txt'))
    const nameless = await blobStore().keep(Readable.from([Buffer.from('nameless')]))
    assert.lengthOf(await files(), 2)

    assert.deepEqual(await reconcile(now() + 9 * minute), { parts: 0, blobs: 0 })
    assert.deepEqual(await reconcile(now() + 11 * minute), { parts: 0, blobs: 1 })
    assert.deepEqual(await reconcile(now() + 11 * minute), { parts: 0, blobs: 0 })
    assert.isNull(await blobStore().sizeOf(nameless.key))
    assert.equal(String(await bytesOf(version.blobKey)), 'named')
  })

  test('the original of a converted file is named, too', async ({ assert, cleanup }) => {
    const { undo } = await ownStore()
    cleanup(undo)
    const upload = await adasUpload('a.txt', { mode: 'ascii' })
    const { version } = await receive(Readable.from(['one\r\ntwo\r\n']), upload)
    assert.deepEqual(await sweepBlobs(now() + day), { blobs: 0 })
    assert.equal(String(await bytesOf(version.originalBlobKey)), 'one\r\ntwo\r\n')
  })

  test('what is older than the last hours is left to the night', async ({ assert, cleanup }) => {
    const { undo } = await ownStore()
    cleanup(undo)
    await blobStore().keep(Readable.from([Buffer.from('nameless')]))
    assert.deepEqual(await reconcile(now() + 5 * hour), { parts: 0, blobs: 0 })
    assert.deepEqual(await sweepBlobs(now() + 5 * hour), { blobs: 1 })
  })

  test('an unfinished part goes when it has shown no sign of life, unless its upload lives here', async ({
    assert,
    cleanup,
  }) => {
    const { path, files, undo } = await ownStore()
    cleanup(undo)
    const slow = new PassThrough()
    const upload = await adasUpload('slow.bin')
    const arriving = receive(slow, upload)
    slow.write('first half, ')
    await mkdir(join(path, 'incoming'), { recursive: true })
    await writeFile(join(path, 'incoming', 'of-a-dead-process'), 'half')
    while ((await files()).length < 2) await pause(1)

    assert.deepEqual(await reconcile(now() + 4 * minute), { parts: 0, blobs: 0 })
    assert.deepEqual(await reconcile(now() + 6 * minute), { parts: 1, blobs: 0 })
    slow.end('second half')
    const { version } = await arriving
    assert.equal(String(await bytesOf(version.blobKey)), 'first half, second half')
  })

  test('nothing else that lies in the store is touched', async ({ assert, cleanup }) => {
    const { path, files, undo } = await ownStore()
    cleanup(undo)
    await writeFile(join(path, 'README'), 'an operator put this here')
    await mkdir(join(path, 'backup/05'), { recursive: true })
    await writeFile(join(path, 'backup/05/file'), 'and this')
    const shard = join(path, new Date().toISOString().slice(0, 13).replace('T', '/'))
    await mkdir(shard, { recursive: true })
    await writeFile(join(shard, 'no-key-of-ours'), 'and even this')
    await sweepBlobs(now() + day)
    assert.lengthOf(await files(), 3)
  })
})
