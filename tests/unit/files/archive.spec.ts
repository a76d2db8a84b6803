import type Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import { archive, type Archive } from '#app/files/sending/archive'
import File from '#app/files/file'
import type Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { insertAll } from '#app/shared/insert_all'
import { now, second } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile } from '#tests/support/files'
import { aClock } from '#tests/support/later'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

/** Takes an archive's pieces; once one of them holds these words, something happens. Answers all that left. */
async function takenWhile(sent: Archive, words: string, happens: () => Promise<unknown>) {
  let all = ''
  let isDone = false
  const taken = async () => {
    for await (const piece of sent.pieces()) {
      all += piece.toString('latin1')
      if (isDone || !all.includes(words)) continue
      isDone = true
      await happens()
    }
  }
  const error = await taken().then(
    () => undefined,
    (thrown) => thrown
  )
  return { all, error }
}

async function threeFiles() {
  const cast = await theCast()
  const { incoming, ada } = cast
  for (const name of ['a', 'b', 'c']) await received(incoming, ada, name, `the words of ${name}`)
  return cast
}

const changes: Record<string, (ada: Account) => Promise<unknown>> = {
  'the subscription ends': (ada) =>
    FolderSubscription.query().where('accountId', ada.id).update({ endedAt: now() }),
  'the account is deactivated': (ada) => ada.merge({ deactivatedAt: now() - 1 }).save(),
  'the organization is suspended': (ada) =>
    ada.organization.merge({ suspendedAt: now() - 1 }).save(),
  'the next file is deleted': () =>
    File.query()
      .where('name', 'b')
      .update({ deletedAt: now() - 1 }),
}

test.group('A ZIP that is under way', (group) => {
  group.each.setup(undone)

  for (const [change, happens] of Object.entries(changes)) {
    test(`ends before its next entry when ${change}`, async ({ assert, cleanup }) => {
      const clock = aClock()
      cleanup(clock.undo)
      const { ada, incoming } = await threeFiles()
      const sent = await archive(ada, incoming, {})
      const { all, error } = await takenWhile(sent, 'the words of a', async () => {
        await happens(ada)
        clock.pass(2 * second)
      })
      assert.equal(error?.code, 'E_REFUSED')
      assert.include(all, 'the words of a')
      assert.notInclude(all, 'the words of b')
      assert.notInclude(all, 'PK\u0005\u0006', 'an end that makes it look whole')
      assert.exists(await AuditEntry.findBy({ outcome: 'refused', actorId: ada.id }))
    })
  }

  test('comes to its end when nothing changes, however long it takes', async ({
    assert,
    cleanup,
  }) => {
    const clock = aClock()
    cleanup(clock.undo)
    const { ada, incoming } = await threeFiles()
    const sent = await archive(ada, incoming, {})
    const { all, error } = await takenWhile(sent, 'the words of a', async () =>
      clock.pass(3600 * second)
    )
    assert.isUndefined(error)
    assert.include(all, 'the words of c')
    assert.include(all, 'PK\u0005\u0006')
  })
})

test.group('A ZIP that would be too much', (group) => {
  group.each.setup(undone)

  test('is refused with what to do instead, before anything is read', async ({ assert }) => {
    const { ada, incoming, adasHome } = await theCast()
    for (const name of ['a', 'b']) await aFile(incoming, ada, name, { sizeBytes: 60 * 1024 ** 3 })
    await assert.rejects(() => archive(ada, incoming, {}), /At most 100 GB fit one ZIP/)
    await manyFiles(adasHome, ada, 10_001)
    await assert.rejects(() => archive(ada, adasHome, {}), /At most 10,000 files fit one ZIP/)
    assert.isNull(await AuditEntry.findBy('event', 'file.downloaded'))
  })
})

function manyFiles(folder: Folder, sender: Account, count: number) {
  const rows = Array.from({ length: count }, (_, at) =>
    new File().fill({
      folderId: folder.id,
      code: `code-${at}`,
      name: `${at}`,
      nameKey: `${at}`,
      sizeBytes: 1,
      sha256: '',
      senderId: sender.id,
      versionNumber: 1,
      receivedAt: now(),
      purgeAt: now(),
    })
  )
  return inTransaction((trx) => insertAll(rows, trx))
}
