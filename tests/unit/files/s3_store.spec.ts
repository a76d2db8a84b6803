import { useStore } from '#app/files/blobs/current_store'
import { S3Store } from '#app/files/blobs/s3_store'
import FileVersion from '#app/files/file_version'
import { receive } from '#app/files/receiving/receive'
import { reconcile, sweepBlobs } from '#app/files/deleting/reconcile'
import { hour, now } from '#app/shared/clock'
import { adasUpload, bytesOf, sha256 } from '#tests/support/bytes'
import { undone } from '#tests/support/database'
import { startS3 } from '#tests/support/s3_server'
import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

let place: ConstructorParameters<typeof S3Store>[0]

async function anS3Server() {
  const server = await startS3()
  place = server.place
  return server.stop
}

test.group('Bytes in an S3 bucket', (group) => {
  group.setup(anS3Server)
  group.each.setup(undone)
  group.each.setup(() => useStore(new S3Store(place)))

  for (const length of [0, 5, 200_000, 40_000_000]) {
    test(`${length} bytes are kept and come back whole, and in parts`, async ({ assert }) => {
      const bytes = randomBytes(length)
      const pieces = Array.from({ length: Math.ceil(length / 65_536) }, (_, at) =>
        bytes.subarray(at * 65_536, (at + 1) * 65_536)
      )
      const upload = await adasUpload('a.bin', { declaredBytes: length })
      const { version } = await receive(Readable.from(pieces), upload)
      assert.equal(version.sha256, sha256(bytes))
      assert.isTrue(bytes.equals(await bytesOf(version.blobKey)))
      if (length < 5) return
      const part = new S3Store(place).read(version.blobKey!, { start: 1, end: 3 })
      assert.isTrue(bytes.subarray(1, 4).equals(await buffer(part)))
    })
  }

  test('an upload that breaks off is nothing', async ({ assert }) => {
    const source = new PassThrough()
    const upload = await adasUpload('broken.bin')
    for (let at = 0; at < 10; at++) source.write(Buffer.alloc(100_000))
    setImmediate(() => source.destroy(new Error('socket hang up')))
    await assert.rejects(() => receive(source, upload), /broke off/)
    assert.lengthOf(await FileVersion.all(), 0)
    const refused = receive(Readable.from(['12345']), { ...upload, declaredBytes: 9 })
    await assert.rejects(() => refused, /another length/)
  })

  test('what no row names is found and removed', async ({ assert }) => {
    const store = new S3Store(place)
    const { key } = await store.keep(Readable.from([Buffer.from('nameless')]))
    const { version } = await receive(Readable.from(['named']), await adasUpload('a.txt'))
    assert.isAtLeast((await reconcile(now() + hour / 2)).blobs, 1)
    assert.isNull(await store.sizeOf(key))
    assert.equal(String(await bytesOf(version.blobKey)), 'named')
    assert.deepEqual(await sweepBlobs(now() + hour), { blobs: 0 })
  })

  test('without the store only uploads fail, with a sentence and no errno', async ({ assert }) => {
    const unreachable = new S3Store({ ...place, endpoint: 'http://127.0.0.1:1' })
    const former = useStore(unreachable)
    const upload = await adasUpload('a.txt')
    await assert.rejects(() => receive(Readable.from(['x']), upload), /cannot be reached/)
    former()
    await receive(Readable.from(['x']), upload)
  })
})
