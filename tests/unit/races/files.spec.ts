import AuditEntry from '#app/audit/audit_entry'
import { blobStore } from '#app/files/blobs/current_store'
import File from '#app/files/file'
import { deleteFile } from '#app/files/deleting/file_deletion'
import { destroyFile } from '#app/files/deleting/file_destruction'
import { restoreFile } from '#app/files/deleting/file_restoration'
import FileVersion from '#app/files/file_version'
import HeldUpload from '#app/files/receiving/held_upload'
import { publish, type Arrival } from '#app/files/receiving/publish'
import type { Receipt } from '#app/files/receiving/receive'
import { inMode } from '#app/files/receiving/transfer_mode'
import { restoreVersion } from '#app/files/deleting/version_restoration'
import type Folder from '#app/folders/folder'
import { theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { atOnce, times } from '#tests/support/races'
import { received } from '#tests/support/received'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'
import { Readable } from 'node:stream'

type Cast = Awaited<ReturnType<typeof theCast>>

/** Bytes of Ada's that wait for their place. */
async function arrival({ incoming, ada }: Cast, name: string, text: string): Promise<Arrival> {
  const bytes = await inMode('binary', await blobStore().keep(Readable.from([Buffer.from(text)])))
  return {
    upload: { folder: incoming, name, sender: ada, mode: 'binary', via: 'test' },
    name,
    bytes,
  }
}

/** Each process gathers arrivals in a line of its own: here stand several such lines side by side. */
async function lines(count: number): Promise<(typeof publish)[]> {
  const address = (at: number) =>
    `${import.meta.resolve('#app/files/receiving/publish')}?line=${at}`
  const copies = await Promise.all(times(count, (at) => import(address(at))).map((copy) => copy()))
  return copies.map((copy) => copy.publish)
}

/** What the folder's row says of what lies in it, beside the truth. */
async function tallies(folder: Folder) {
  await folder.refresh()
  const live = await File.query().where('folderId', folder.id).whereNull('deletedAt')
  const bytes = live.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return [
    { files: folder.fileCount, bytes: folder.sizeBytes },
    { files: live.length, bytes },
  ]
}

const entries = async (event: string) =>
  (await AuditEntry.query().where({ event, outcome: 'done' })).length
const isKept = async (key: string) => (await blobStore().sizeOf(key)) !== null

test.group('Two at once with one file', (group) => {
  group.each.setup(committed)

  test('uploads of one name become its versions: none is lost, each has its number', async ({
    assert,
  }) => {
    const cast = await theCast()
    const ways = await lines(6)
    const arrivals = await Promise.all(
      ways.map((_, at) => arrival(cast, 'same.txt', 'x'.repeat(at + 1)))
    )
    const receipts: Receipt[] = await atOnce(
      'folders',
      cast.incoming.id,
      ways.map((way, at) => () => way(arrivals[at]))
    )
    const file = await File.query().where('name', 'same.txt').firstOrFail()
    assert.lengthOf(await File.all(), 1)
    const versions = await FileVersion.query().orderBy('number')
    assert.deepEqual(
      versions.map(({ number }) => number),
      [1, 2, 3, 4, 5, 6]
    )
    assert.sameMembers(
      versions.map(({ blobKey }) => blobKey),
      arrivals.map(({ bytes }) => bytes.blob.key)
    )
    assert.deepEqual(
      [...versions].sort((a, b) => a.createdAt - b.createdAt),
      versions
    )
    assert.equal(receipts.filter(({ isNewVersion }) => !isNewVersion).length, 1)
    for (const [at, { version }] of receipts.entries()) assert.equal(version.sizeBytes, at + 1)

    assert.equal(file.versionNumber, 6)
    assert.equal(file.sha256, versions[5].sha256)
    const [said, truth] = await tallies(cast.incoming)
    assert.deepEqual(said, truth)
    assert.equal(await entries('file.received'), 6)
  })

  test('an upload and a deletion of one name: either order, and the counters are right', async ({
    assert,
  }) => {
    const cast = await theCast()
    const file = await received(cast.incoming, cast.ada, 'same.txt', 'first')
    const next = await arrival(cast, 'same.txt', 'the second')
    await atOnce<unknown>('folders', cast.incoming.id, [
      () => publish(next),
      () => deleteFile(cast.ada, file),
    ])
    const [said, truth] = await tallies(cast.incoming)
    assert.deepEqual(said, truth)
    const newest = await FileVersion.findByOrFail('blobKey', next.bytes.blob.key)
    assert.isTrue(newest.fileId === file.id ? newest.number === 2 : truth.files === 1)
  })

  test('deleting it twice deletes it once', async ({ assert }) => {
    const { incoming, ada } = await theCast()
    const file = await received(incoming, ada, 'a.txt', 'hello')
    const copies = await Promise.all(
      times(4, () => File.findFor(ada, file.id)).map((find) => find())
    )
    const deleted = await atOnce(
      'folders',
      incoming.id,
      copies.map((copy) => () => deleteFile(ada, copy))
    )
    assert.sameMembers(deleted, [true, false, false, false])
    assert.deepEqual(await tallies(incoming), [
      { files: 0, bytes: 0 },
      { files: 0, bytes: 0 },
    ])
    assert.equal(await entries('file.deleted'), 1)
  })

  test('restoring it twice restores it once; the second hears that it is done', async ({
    assert,
  }) => {
    const { incoming, ada } = await theCast()
    const file = await received(incoming, ada, 'a.txt', 'hello')
    await deleteFile(ada, file)
    const copies = await Promise.all(
      times(4, () => File.findFor(ada, file.id)).map((find) => find())
    )
    const outcomes = await atOnce(
      'folders',
      incoming.id,
      copies.map((copy) => () => restoreFile(ada, copy))
    )
    assert.sameMembers(outcomes, ['restored', 'gone', 'gone', 'gone'])
    assert.deepEqual(await tallies(incoming), [
      { files: 1, bytes: 5 },
      { files: 1, bytes: 5 },
    ])
    assert.equal(await entries('file.restored'), 1)
  })

  test('undo and deleting for good: one is done, and the bytes are there if it was the undo', async ({
    assert,
  }) => {
    const { incoming, ada } = await theCast()
    for (const name of ['a.txt', 'b.txt', 'c.txt', 'd.txt']) {
      const file = await received(incoming, ada, name, 'hello')
      const { blobKey } = await file.currentVersion()
      await deleteFile(ada, file)
      const again = await File.findFor(ada, file.id)
      const undo = async () => (await restoreFile(ada, file)) === 'restored'
      const end = () => destroyFile(ada, again)
      const [isBack, isGone] = await (name < 'c'
        ? atOnce('files', file.id, [undo, end])
        : atOnce('files', file.id, [end, undo]).then((results) => results.reverse()))
      assert.notEqual(isBack, isGone)
      assert.equal(await isKept(blobKey!), isBack)
      await file.refresh()
      assert.equal(file.deletedAt === null, isBack)
      assert.equal(file.destroyedAt !== null, isGone)
    }
    const [said, truth] = await tallies(incoming)
    assert.deepEqual(said, truth)
  })

  test('two who restore different versions: the last one stands, with its size in the counters', async ({
    assert,
  }) => {
    const { incoming, ada } = await theCast()
    for (const text of ['1', '22', '333']) await received(incoming, ada, 'a.txt', text)
    const file = await File.query().where('name', 'a.txt').preload('folder').firstOrFail()
    const again = await File.findFor(ada, file.id)
    const done = await atOnce('folders', incoming.id, [
      () => restoreVersion(ada, file, 1),
      () => restoreVersion(ada, again, 2),
    ])
    assert.deepEqual(done, [true, true])
    await file.refresh()
    assert.include([1, 2], file.versionNumber)
    assert.equal(file.sizeBytes, file.versionNumber)
    const [said, truth] = await tallies(incoming)
    assert.deepEqual(said, truth)
  })
})

test.group('Two at once with a held upload', (group) => {
  group.each.setup(committed)

  const held = async (cast: Cast) => {
    await HeldUpload.hold(await arrival(cast, 'late.txt', 'late'))
    const { id, blobKey } = await HeldUpload.query().firstOrFail()
    const copy = () => HeldUpload.findFor(cast.ada, id)
    return { id, blobKey: blobKey!, copy }
  }
  const isDone = (work: Promise<unknown>) =>
    work.then(
      () => true,
      () => false
    )

  test('keeping and discarding it: one is done, and the bytes are there if it was kept', async ({
    assert,
  }) => {
    const cast = await theCast()
    const { id, blobKey, copy } = await held(cast)
    const [one, two] = [await copy(), await copy()]
    const [isThere, isGone] = await atOnce('held_uploads', id, [
      () => isDone(one.keep(cast.ada)),
      () => isDone(two.discard(cast.ada)),
    ])
    assert.notEqual(isThere, isGone)
    assert.equal(await isKept(blobKey), isThere)
    assert.lengthOf(await File.all(), isThere ? 1 : 0)
  })

  test('when its time is over just then, the others’ time still ends', async ({ assert }) => {
    const cast = await theCast()
    const { id, blobKey, copy } = await held(cast)
    await HeldUpload.hold(await arrival(cast, 'later.txt', 'later'))
    const one = await copy()
    const asOf = Date.now() + 1_000 * 86_400_000
    const [isThere, expired] = await atOnce<unknown>('held_uploads', id, [
      () => isDone(one.keep(cast.ada)),
      () => HeldUpload.expire(asOf),
    ])
    assert.equal(expired, isThere ? 1 : 2)
    assert.equal(await isKept(blobKey), isThere)
    assert.lengthOf(await db.from('held_uploads').whereNull('settled_at'), 0)
  })
})
