import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import { tellOfArrivals } from '#app/files/activity/arrival_notices'
import { deleteFile } from '#app/files/deleting/file_deletion'
import { deleteFolder } from '#app/folders/tree/folder_deletion'
import { configureFolder } from '#app/folders/tree/folder_settings'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { composerOf } from '#app/messages/mail'
import { mailText } from '#app/messages/mail_text'
import Message from '#app/messages/message'
import { day, minute, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'
import { setTimeout as pause } from 'node:timers/promises'

type Cast = Awaited<ReturnType<typeof theCast>>

const setup = {
  description: null,
  isDropOff: false,
  keepDays: null,
  quotaBytes: null,
  tellsOfArrivals: true,
}

/** Otto and Lena may open Incoming, too. */
async function watched(settings = {}) {
  const cast = await theCast()
  const { incoming, srr, otto, lena } = cast
  await FolderSubscription.start(theService, incoming, otto, 'viewer')
  await FolderSubscription.start(theService, srr, lena, 'manager')
  await received(incoming, cast.ada, 'before.txt', 'x')
  await pause(2)
  await configureFolder(lena, incoming, { ...setup, ...settings })
  return cast
}

const send = async ({ incoming, ada }: Cast, name: string) => {
  const file = await received(incoming, ada, name, 'secret words')
  await pause(2)
  return file
}
const letters = () => Message.query().where('kind', 'files_arrived').orderBy('id')

async function read(message: Message) {
  return inTransaction(async (trx) => {
    const composed = await composerOf(message.kind)(message.payload, trx)
    return composed && { ...composed, text: await mailText(composed.view, composed.data) }
  })
}

test.group('Notice of what arrived', (group) => {
  group.each.setup(undone)

  test('everybody who may open the folder gets one mail for all of it, the sender none', async ({
    assert,
  }) => {
    const cast = await watched()
    await send(cast, 'a.txt')
    await send(cast, 'b.txt')
    const before = await AuditEntry.query()
    assert.equal(await tellOfArrivals(now()), 2)
    const [one, two] = await letters()
    assert.sameMembers([one.accountId, two.accountId], [cast.otto.id, cast.lena.id])
    const mail = (await read(one))!
    assert.equal(mail.subject, '2 files arrived in Incoming')
    assert.include(mail.text, 'b.txt')
    assert.include(mail.text, `/folders/${cast.incoming.id}`)
    assert.notInclude(mail.text, 'before.txt')
    assert.notInclude(mail.text, 'secret words')
    assert.equal(await tellOfArrivals(now()), 0)
    assert.lengthOf(await letters(), 2)
    assert.lengthOf(await AuditEntry.query(), before.length)
  })

  test('a second mail waits 15 minutes, and then tells of everything since', async ({ assert }) => {
    const cast = await watched()
    await send(cast, 'a.txt')
    await tellOfArrivals(now())
    await send(cast, 'b.txt')
    await send(cast, 'c.txt')
    assert.equal(await tellOfArrivals(now() + 14 * minute), 0)
    assert.equal(await tellOfArrivals(now() + 16 * minute), 2)
    const mail = (await read((await letters())[2]))!
    assert.equal(mail.subject, '2 files arrived in Incoming')
    assert.notInclude(mail.text, 'a.txt')
    assert.equal(await tellOfArrivals(now() + 60 * minute), 0)
  })

  test('in a drop-off folder only managers hear of it', async ({ assert }) => {
    const cast = await watched({ isDropOff: true })
    await send(cast, 'a.txt')
    assert.equal(await tellOfArrivals(now()), 1)
    assert.equal((await letters())[0].accountId, cast.lena.id)
  })

  test('who cannot open it at that moment hears nothing, and neither later', async ({ assert }) => {
    const cast = await watched()
    await cast.otto.merge({ mustChangePassword: true }).save()
    await send(cast, 'a.txt')
    assert.equal(await tellOfArrivals(now()), 1)
    await cast.otto.merge({ mustChangePassword: false }).save()
    assert.equal(await tellOfArrivals(now() + day), 0)
  })

  test('a new subscriber hears of nothing that came before', async ({ assert }) => {
    const cast = await watched()
    await send(cast, 'a.txt')
    const { olga, incoming } = cast
    await FolderSubscription.start(theService, incoming, olga, 'viewer')
    await tellOfArrivals(now())
    const told = (await letters()).map(({ accountId }) => accountId)
    assert.notInclude(told, olga.id)
  })

  test('a mail that waited is not sent when there is nothing to tell any more', async ({
    assert,
  }) => {
    const cast = await watched()
    const file = await send(cast, 'a.txt')
    await tellOfArrivals(now())
    const message = (await letters()).find(({ accountId }) => accountId === cast.otto.id)!
    assert.exists(await read(message))
    await deleteFile(cast.ada, file)
    assert.isNull(await read(message))
    await send(cast, 'b.txt')
    await FolderSubscription.query().where('accountId', cast.otto.id).update({ endedAt: now() })
    assert.isNull(await read(message))
  })

  test('a deleted folder tells nothing', async ({ assert }) => {
    const cast = await watched()
    await send(cast, 'a.txt')
    await deleteFolder(cast.lena, cast.incoming)
    assert.equal(await tellOfArrivals(now()), 0)
  })

  test('switched off and on again it begins anew', async ({ assert }) => {
    const cast = await watched()
    await send(cast, 'a.txt')
    await configureFolder(cast.lena, cast.incoming, { ...setup, tellsOfArrivals: false })
    assert.equal(await tellOfArrivals(now()), 0)
    await configureFolder(cast.lena, cast.incoming, setup)
    assert.equal(await tellOfArrivals(now()), 0)
  })
})
