import { theService } from '#app/audit/actor'
import { decide } from '#app/audit/decide'
import { listFiles } from '#app/files/file_list'
import { send } from '#app/files/sending/send'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { lastUse, LastUse } from '#app/folders/access/last_use'
import { hour, minute } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aClock } from '#tests/support/later'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

const usual = { sort: 'name', order: 'asc', place: {} } as const
const usedAt = async ({ id }: FolderSubscription) =>
  (await FolderSubscription.findOrFail(id)).lastUsedAt

async function stage() {
  const cast = await theCast()
  const subscription = await FolderSubscription.findByOrFail('accountId', cast.ada.id)
  await lastUse.write()
  return { ...cast, subscription }
}

test.group('When a subscription was last used', (group) => {
  group.each.setup(undone)

  test('listing leaves a note, which is written later', async ({ assert }) => {
    const { ada, incoming, subscription } = await stage()
    await listFiles(ada, incoming, usual)
    assert.isNull(await usedAt(subscription))
    assert.equal(await lastUse.write(), 1)
    assert.isNotNull(await usedAt(subscription))
  })

  test('so do uploading and downloading', async ({ assert }) => {
    const { ada, incoming, subscription } = await stage()
    const file = await received(incoming, ada, 'a.txt', 'x')
    await lastUse.write()
    assert.isNotNull(await usedAt(subscription))
    await FolderSubscription.query().where('id', subscription.id).update({ lastUsedAt: null })
    const parcel = await send(ada, file)
    for await (const piece of await parcel.open()) assert.isOk(piece)
    const uses = new LastUse()
    uses.note(ada, incoming)
    await uses.write()
    assert.isNotNull(await usedAt(subscription))
  })

  test('what others look up about a person is no use', async ({ assert }) => {
    const { ada, incoming, subscription } = await stage()
    await decide(ada, 'folder.list', incoming)
    await decide(ada, 'folder.upload', incoming)
    assert.equal(await lastUse.write(), 0)
    assert.isNull(await usedAt(subscription))
  })

  test('at most once an hour, and by the one that gives access there', async ({
    assert,
    cleanup,
  }) => {
    const clock = aClock()
    cleanup(() => clock.undo())
    const { ada, incoming, srr, subscription } = await stage()
    const above = await FolderSubscription.start(theService, srr, ada, 'manager')
    const uses = new LastUse()
    uses.note(ada, incoming)
    await uses.write()
    const first = await usedAt(above)
    assert.isNotNull(first)
    assert.isNull(await usedAt(subscription))
    clock.pass(hour - minute)
    uses.note(ada, srr)
    await uses.write()
    assert.equal(await usedAt(above), first)
    clock.pass(minute)
    uses.note(ada, srr)
    await uses.write()
    assert.equal(await usedAt(above), first)
    clock.pass(hour)
    uses.note(ada, srr)
    await uses.write()
    assert.isAbove((await usedAt(above))!, first! + hour)
  })

  test('a subscription that ended before it was written down was used all the same', async ({
    assert,
    cleanup,
  }) => {
    const clock = aClock()
    cleanup(() => clock.undo())
    const { ada, lena, incoming, subscription } = await stage()
    const uses = new LastUse()
    clock.pass(minute)
    uses.note(ada, incoming)
    clock.pass(minute)
    await subscription.end(lena)
    await uses.write()
    assert.isNotNull(await usedAt(subscription))
  })

  test('one’s own home is nobody’s subscription', async ({ assert }) => {
    const { ada, adasHome } = await stage()
    await listFiles(ada, adasHome, usual)
    assert.equal(await lastUse.write(), 0)
  })
})
