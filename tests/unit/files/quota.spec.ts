import File from '#app/files/file'
import { deleteFile } from '#app/files/deleting/file_deletion'
import { restoreFile } from '#app/files/deleting/file_restoration'
import { receive } from '#app/files/receiving/receive'
import { restoreVersion } from '#app/files/deleting/version_restoration'
import Folder from '#app/folders/folder'
import { deleteFolder } from '#app/folders/tree/folder_deletion'
import { day, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'
import { Readable } from 'node:stream'

type Cast = Awaited<ReturnType<typeof theCast>>

test.group('A quota', (group) => {
  group.each.setup(undone)

  const limited = async (quotaBytes: number) => {
    const cast = await theCast()
    await cast.srr.merge({ quotaBytes }).save()
    return cast
  }
  const send = ({ incoming, ada }: Cast, name: string, size: number) =>
    received(incoming, ada, name, Buffer.alloc(size, 'x'))
  const noRoom = /The quota of this folder leaves no room for this file/

  test('of a folder above is full to the byte, and no further', async ({ assert }) => {
    const cast = await limited(10)
    await send(cast, 'a.txt', 6)
    await assert.rejects(() => send(cast, 'b.txt', 5), noRoom)
    await send(cast, 'c.txt', 4)
    await assert.rejects(() => send(cast, 'd.txt', 1), noRoom)
    await send(cast, 'empty.txt', 0)
    const names = (await File.query().orderBy('name')).map(({ name }) => name)
    assert.deepEqual(names, ['a.txt', 'c.txt', 'empty.txt'])
  })

  test('counts earlier versions, and what is deleted no more', async ({ assert }) => {
    const cast = await limited(10)
    await send(cast, 'a.txt', 4)
    const file = await send(cast, 'a.txt', 5)
    await assert.rejects(() => send(cast, 'a.txt', 2), noRoom)
    await restoreVersion(cast.ada, file, 1)
    await assert.rejects(() => send(cast, 'b.txt', 2), noRoom)
    await deleteFile(cast.ada, file)
    await cast.incoming.refresh()
    assert.include(cast.incoming.toJSON(), { fileCount: 0, sizeBytes: 0, keptBytes: 0 })
    await send(cast, 'b.txt', 10)
    assert.equal(await restoreFile(cast.ada, file), 'restored')
    await cast.incoming.refresh()
    assert.include(cast.incoming.toJSON(), { fileCount: 2, sizeBytes: 14, keptBytes: 19 })
  })

  test('is asked before the first byte when the size is announced', async ({ assert }) => {
    const { incoming, ada } = await limited(10)
    let read = 0
    const source = Readable.from(
      (function* () {
        read++
        yield Buffer.alloc(11)
      })()
    )
    const upload = { folder: incoming, sender: ada, mode: 'binary' as const, via: 'test' }
    await assert.rejects(
      () => receive(source, { ...upload, name: 'a.txt', declaredBytes: 11 }),
      noRoom
    )
    assert.equal(read, 0)
  })

  test('ends an upload of unknown size as soon as it is too large', async ({ assert }) => {
    const { incoming, ada } = await limited(1_000_000)
    let read = 0
    const source = Readable.from(
      (function* () {
        for (; read < 1000; read++) yield Buffer.alloc(65_536)
      })()
    )
    const upload = { folder: incoming, sender: ada, mode: 'binary' as const, via: 'test' }
    await assert.rejects(() => receive(source, { ...upload, name: 'a.txt' }), noRoom)
    assert.isBelow(read, 100)
    assert.lengthOf(await File.all(), 0)
  })

  test('does not count what lies in deleted folders', async ({ assert }) => {
    const cast = await limited(10)
    const { lena, srr, dol, ada } = cast
    const other = await Folder.make(lena, { name: 'Other', organizationId: dol.id, parent: srr })
    await send(cast, 'a.txt', 8)
    await deleteFolder(lena, cast.incoming)
    const { default: FolderSubscription } =
      await import('#app/folders/subscriptions/folder_subscription')
    await FolderSubscription.start(lena, other, ada, 'contributor')
    await received(other, ada, 'b.txt', Buffer.alloc(10))
    assert.lengthOf(await File.all(), 2)
  })
})

test.group('How long files stay', (group) => {
  group.each.setup(undone)

  test('the nearest folder that says something counts, for what comes from then on', async ({
    assert,
  }) => {
    const { root, srr, incoming, ada } = await theCast()
    const daysOf = async (name: string) => {
      const file = await received(incoming, ada, name, 'x')
      return Math.round((file.purgeAt - now()) / day)
    }
    assert.equal(await daysOf('a.txt'), 60)
    await root.merge({ keepDays: 10 }).save()
    assert.equal(await daysOf('b.txt'), 10)
    await srr.merge({ keepDays: 20 }).save()
    assert.equal(await daysOf('c.txt'), 20)
    await incoming.merge({ keepDays: 365 }).save()
    assert.equal(await daysOf('d.txt'), 365)
    const first = await File.findByOrFail('name', 'a.txt')
    assert.equal(Math.round((first.purgeAt - now()) / day), 60)
  })
})
