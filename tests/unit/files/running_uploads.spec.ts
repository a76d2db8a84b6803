import type Account from '#app/accounts/account'
import { uploadsAtOnce } from '#app/files/receiving/upload_limits'
import { useStore } from '#app/files/blobs/current_store'
import { FsStore } from '#app/files/blobs/fs_store'
import FileVersion from '#app/files/file_version'
import { receive, type Upload } from '#app/files/receiving/receive'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { minute, now, second } from '#app/shared/clock'
import service from '#config/service'
import { ownStore } from '#tests/support/bytes'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aClock } from '#tests/support/later'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import { PassThrough, Readable } from 'node:stream'

/** What may happen to somebody while bytes of theirs arrive. */
const changes: Record<string, (ada: Account) => Promise<unknown>> = {
  'the subscription ends': (ada) =>
    FolderSubscription.query().where('accountId', ada.id).update({ endedAt: now() }),
  'the subscription is a viewer’s now': (ada) =>
    FolderSubscription.query().where('accountId', ada.id).update({ level: 'viewer' }),
  'the account is deactivated': (ada) => ada.merge({ deactivatedAt: now() - 1 }).save(),
  'the account comes to its end': (ada) => ada.merge({ endsAt: now() - 1 }).save(),
  'the organization is suspended': (ada) =>
    ada.organization.merge({ suspendedAt: now() - 1 }).save(),
  'the password must be changed': (ada) => ada.merge({ mustChangePassword: true }).save(),
}

const toIncoming = async (name: string) => {
  const cast = await theCast()
  const { ada, incoming } = cast
  const upload: Upload = { folder: incoming, sender: ada, name, mode: 'binary', via: 'test' }
  return { ...cast, upload }
}

class FillingDisk extends FsStore {
  free = service.reserveBytes + 1024 ** 4

  override freeBytes = async () => this.free
}

test.group('An upload that is under way', (group) => {
  group.each.setup(undone)

  for (const [change, happens] of Object.entries(changes)) {
    test(`is ended within five seconds when ${change}, long before its last byte`, async ({
      assert,
      cleanup,
    }) => {
      const { files, undo } = await ownStore()
      cleanup(undo)
      const clock = aClock()
      cleanup(clock.undo)
      const { ada, upload } = await toIncoming('endless.bin')
      let asked = 0
      async function* endless() {
        for (;;) {
          if (++asked === 3) {
            await happens(ada)
            clock.pass(5 * second)
          }
          yield Buffer.alloc(1000)
        }
      }
      await assert.rejects(() => receive(Readable.from(endless()), upload))
      assert.isBelow(asked, 200)
      assert.lengthOf(await FileVersion.all(), 0)
      assert.lengthOf(await files(), 0)
    })
  }

  test('is asked for as often when the machine’s clock is set back', async ({
    assert,
    cleanup,
  }) => {
    const clock = aClock()
    cleanup(clock.undo)
    const { ada, upload } = await toIncoming('endless.bin')
    let asked = 0
    async function* endless() {
      for (; asked < 1000; asked++) {
        if (asked === 3) {
          await ada.merge({ deactivatedAt: now() - 1 }).save()
          clock.pass(-60 * minute)
        }
        yield Buffer.alloc(1000)
      }
    }
    await assert.rejects(() => receive(Readable.from(endless()), upload))
    assert.isBelow(asked, 200)
  })

  test('goes on for hours as long as nothing changes', async ({ assert, cleanup }) => {
    const clock = aClock()
    cleanup(clock.undo)
    const { upload } = await toIncoming('slow.bin')
    async function* slowly() {
      for (let piece = 0; piece < 100; piece++) {
        clock.pass(5 * minute)
        yield Buffer.alloc(10)
      }
    }
    const { file } = await receive(Readable.from(slowly()), upload)
    assert.equal(file.sizeBytes, 1000)
  })

  test('is refused when the disk fills up meanwhile, although there was room at first', async ({
    assert,
    cleanup,
  }) => {
    const { path, files, undo } = await ownStore()
    cleanup(undo)
    const clock = aClock()
    cleanup(clock.undo)
    const store = new FillingDisk(path)
    cleanup(useStore(store))
    const { upload } = await toIncoming('large.bin')
    let sent = 0
    async function* endless() {
      const piece = Buffer.alloc(1024 ** 2)
      for (; sent < 512; sent++) {
        if (sent === 10) {
          store.free = service.reserveBytes
          clock.pass(second)
        }
        yield piece
      }
    }
    await assert.rejects(() => receive(Readable.from(endless()), upload), /no room left/)
    assert.isBelow(sent, 128)
    assert.lengthOf(await files(), 0)
  })

  test('takes one of the places of the whole service, which come back', async ({
    assert,
    cleanup,
  }) => {
    const { files, undo } = await ownStore()
    cleanup(undo)
    const { all } = uploadsAtOnce
    cleanup(() => void (uploadsAtOnce.all = all))
    uploadsAtOnce.all = 1
    const { otto, ottosHome, upload } = await toIncoming('first.bin')
    const source = new PassThrough()
    const first = receive(source, upload)
    source.write('x')
    await until(async () => (await files()).length === 1)
    const another = { ...upload, sender: otto, folder: ottosHome, name: 'other.bin' }
    await assert.rejects(() => receive(Readable.from(['x']), another), /Too many uploads/)
    source.end()
    await first
    await receive(Readable.from(['x']), another)
  })
})
