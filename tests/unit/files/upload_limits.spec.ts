import FileVersion from '#app/files/file_version'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { receive, type Upload } from '#app/files/receiving/receive'
import { UploadRefused } from '#app/files/receiving/upload_refused'
import { uploadsAtOnce } from '#app/files/receiving/upload_limits'
import { blobStore } from '#app/files/blobs/current_store'
import { now } from '#app/shared/clock'
import service from '#config/service'
import { adasUpload, bytesOf, ownStore } from '#tests/support/bytes'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A setting of the service for the length of one test. */
function setting<K extends 'uploadMaxBytes' | 'reserveBytes'>(name: K, value: number) {
  const former = service[name]
  service[name] = value
  return () => void (service[name] = former)
}

/** What the sender was told, and that nothing is left of the upload. */
async function refusal(source: Readable, upload: Upload) {
  const refused = await receive(source, upload).then(
    () => undefined,
    (error) => error
  )
  if (!(refused instanceof UploadRefused)) throw refused ?? new Error('It was not refused')
  return refused
}

test.group('Uploads that cannot be kept', (group) => {
  group.each.setup(undone)

  test('break off, or have another length than announced: nothing is left, the earlier version stands', async ({
    assert,
    cleanup,
  }) => {
    const { files, undo } = await ownStore()
    cleanup(undo)
    const upload = await adasUpload('report.txt')
    const first = await receive(Readable.from(['the first version']), upload)

    const broken = new PassThrough()
    broken.write('x'.repeat(500_000))
    setImmediate(() => broken.destroy(new Error('socket hang up')))
    assert.equal((await refusal(broken, upload)).decision.code, 'upload.broken_off')

    for (const declaredBytes of [4, 6]) {
      const refused = await refusal(Readable.from(['12345']), { ...upload, declaredBytes })
      assert.equal(refused.decision.code, 'upload.wrong_length')
    }
    assert.lengthOf(await FileVersion.all(), 1)
    assert.lengthOf(await files(), 1)
    assert.equal(String(await bytesOf(first.version.blobKey)), 'the first version')
  })

  test('too large: refused before the first byte, or as soon as it shows', async ({
    assert,
    cleanup,
  }) => {
    const { files, undo } = await ownStore()
    cleanup(undo)
    cleanup(setting('uploadMaxBytes', 1_000_000))
    const upload = await adasUpload('large.bin')
    const untouched = new Readable({ read: () => assert.fail('a byte was asked for') })
    const early = await refusal(untouched, { ...upload, declaredBytes: 1_000_001 })
    assert.match(early.message, /976\.6 KB/)

    let sent = 0
    const endless = new Readable({
      read() {
        sent += 10_000
        this.push(Buffer.alloc(10_000))
      },
    })
    assert.equal((await refusal(endless, upload)).decision.code, 'upload.too_large')
    assert.isBelow(sent, 2_000_000)
    assert.lengthOf(await files(), 0)
  })

  test('a reserve stays free on the disk', async ({ assert, cleanup }) => {
    cleanup(setting('reserveBytes', Number.MAX_SAFE_INTEGER))
    const upload = await adasUpload('any.bin')
    const refused = await refusal(Readable.from(['x']), { ...upload, declaredBytes: 1 })
    assert.equal(refused.decision.code, 'upload.no_space')
    assert.match(refused.mend!, /opened and deleted as usual/)
  })

  test('too many at once: one more is refused, and a place is free again afterwards', async ({
    assert,
  }) => {
    const upload = await adasUpload('')
    const sources = Array.from({ length: uploadsAtOnce.each }, () => new PassThrough())
    const arriving = sources.map((source, at) => receive(source, { ...upload, name: `${at}` }))
    await new Promise((resolve) => setTimeout(resolve, 20))
    const refused = await refusal(Readable.from(['x']), { ...upload, name: 'one more' })
    assert.equal(refused.decision.code, 'upload.too_many')
    for (const source of sources) source.end('x')
    await Promise.all(arriving)
    await receive(Readable.from(['x']), { ...upload, name: 'one more' })
  })

  test('whoever lost the right while bytes arrived publishes nothing', async ({
    assert,
    cleanup,
  }) => {
    const { files, undo } = await ownStore()
    cleanup(undo)
    const { ada, incoming } = await theCast()
    const source = new PassThrough()
    const upload: Upload = {
      folder: incoming,
      sender: ada,
      name: 'late.txt',
      mode: 'binary',
      via: 'test',
    }
    const arriving = receive(source, upload)
    arriving.catch(() => {})
    source.write('half')
    await FolderSubscription.query().where('accountId', ada.id).update({ endedAt: now() })
    source.end(' whole')
    await assert.rejects(() => arriving, /nothing here/)
    assert.lengthOf(await FileVersion.all(), 0)
    assert.lengthOf(await files(), 0)
  })

  test('in a drop-off folder nobody replaces what somebody else sent', async ({ assert }) => {
    const { ada, lena, incoming } = await theCast()
    await incoming.merge({ isDropOff: true }).save()
    await FolderSubscription.start(lena, incoming, lena, 'contributor')
    const upload: Upload = { folder: incoming, sender: ada, name: 'a', mode: 'binary', via: 'test' }
    const first = await receive(Readable.from(['of Ada']), upload)
    const refused = await refusal(Readable.from(['of Lena']), {
      ...upload,
      sender: lena,
      name: 'A',
    })
    assert.equal(refused.decision.code, 'upload.name_taken')
    assert.equal(String(await bytesOf(first.version.blobKey)), 'of Ada')
  })

  test('a full disk gives a plain message and loses nothing', async ({ assert, cleanup }) => {
    const disk = (await smallDisk())!
    cleanup(disk.undo)
    const { files, undo } = await ownStore(disk.path)
    cleanup(undo)
    cleanup(setting('reserveBytes', 0))

    const upload = await adasUpload('fits.bin')
    const kept = await receive(Readable.from([Buffer.alloc(2_000_000, 'k')]), upload)
    for (const bytes of [30_000_000, 9_000_000]) {
      const pieces = Array.from({ length: bytes / 50_000 }, () => Buffer.alloc(50_000))
      const refused = await refusal(Readable.from(pieces), { ...upload, name: 'does not fit' })
      assert.equal(refused.decision.code, 'upload.no_space')
      assert.notMatch(refused.message, /ENOSPC|errno|tmp/)
    }
    assert.lengthOf(await files(), 1)
    assert.equal((await bytesOf(kept.version.blobKey)).length, 2_000_000)
    await blobStore().remove(kept.version.blobKey!)
    await receive(Readable.from([Buffer.alloc(2_000_000, 'a')]), { ...upload, name: 'fits again' })
  }).skip(async () => !(await canMount()), 'no small disk can be mounted here')
})

async function canMount() {
  const disk = await smallDisk()
  await disk?.undo()
  return disk !== null
}

/** A disk of 8 MiB, where the machine lets us mount one. */
async function smallDisk() {
  const path = await mkdtemp(join(tmpdir(), 'waybill-small-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', path])
  } catch {
    await rm(path, { recursive: true })
    return null
  }
  return {
    path,
    undo: async () => {
      await run('umount', [path])
      await rm(path, { recursive: true })
    },
  }
}
