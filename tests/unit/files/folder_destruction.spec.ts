import AuditEntry from '#app/audit/audit_entry'
import { describe } from '#app/audit/describe'
import { blobStore } from '#app/files/blobs/current_store'
import File from '#app/files/file'
import FileVersion from '#app/files/file_version'
import { destroyForgottenFolders } from '#app/files/deleting/folder_destruction'
import Folder from '#app/folders/folder'
import FolderDeletion, { deleteFolder } from '#app/folders/tree/folder_deletion'
import { recoverFolder } from '#app/folders/tree/folder_recovery'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { day, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

test.group('A deleted folder that nobody recovers', (group) => {
  group.each.setup(undone)

  const inTwoWeeks = () => now() + 14 * day + 1000

  test('is there to be recovered for 14 days', async ({ assert }) => {
    const { lena, ada, incoming } = await theCast()
    const file = await received(incoming, ada, 'a.txt', 'hello')
    const deletion = (await deleteFolder(lena, incoming))!
    const early = await destroyForgottenFolders(now() + 13 * day)
    assert.deepEqual(early, { folders: 0, files: 0 })
    assert.equal(await recoverFolder(lena, deletion), 'recovered')
    assert.deepEqual(await destroyForgottenFolders(inTwoWeeks()), { folders: 0, files: 0 })
    await file.refresh()
    assert.isNull(file.destroyedAt)
    assert.exists(await File.findFor(ada, file.id))
  })

  test('is gone for good then: bytes go, rows and trail stay, access has ended', async ({
    assert,
  }) => {
    const { lena, ada, dol, srr, incoming } = await theCast()
    const below = await Folder.make(lena, { name: 'B', organizationId: dol.id, parent: incoming })
    const [one, two] = [
      await received(incoming, ada, 'a.txt', 'hello'),
      await received(below, ada, 'b.txt', 'hello'),
    ]
    const { blobKey } = await one.currentVersion()
    const deletion = (await deleteFolder(lena, srr))!
    assert.deepEqual(await destroyForgottenFolders(inTwoWeeks()), { folders: 3, files: 2 })

    for (const file of [one, two]) {
      await file.refresh()
      assert.isNotNull(file.destroyedAt)
      assert.equal(file.deletedBy, lena.id)
    }
    assert.isNull(await blobStore().sizeOf(blobKey!))
    assert.lengthOf(await FileVersion.query().whereNotNull('blobKey'), 0)
    await deletion.refresh()
    assert.isNotNull(deletion.destroyedAt)
    assert.equal(await recoverFolder(lena, deletion), 'gone')
    assert.lengthOf(await Folder.query().where('deletionId', deletion.id), 3)
    const [subscription] = await FolderSubscription.query().where('accountId', ada.id)
    assert.equal(subscription.endedBecause, 'folder_deleted')

    const destroyed = await AuditEntry.query().where('event', 'file.destroyed')
    assert.lengthOf(destroyed, 2)
    const [entry] = await AuditEntry.query().where('event', 'folder.destroyed')
    assert.equal(
      describe(entry),
      'Nobody recovered the folder /DOL/SRR in time: its 2 files are gone for good'
    )
    assert.deepEqual(await destroyForgottenFolders(inTwoWeeks()), { folders: 0, files: 0 })
    assert.lengthOf(await AuditEntry.query().where('event', 'folder.destroyed'), 1)
  })

  test('what broke off is taken up by the next run', async ({ assert }) => {
    const { lena, ada, incoming } = await theCast()
    await received(incoming, ada, 'a.txt', 'hello')
    await deleteFolder(lena, incoming)
    const broken = await destroyForgottenFolders(inTwoWeeks(), AbortSignal.abort())
    assert.deepEqual(broken, { folders: 0, files: 0 })
    const deletion = await FolderDeletion.firstOrFail()
    assert.isNotNull(deletion.lapsedAt)
    assert.equal(await recoverFolder(lena, deletion), 'gone')
    assert.deepEqual(await destroyForgottenFolders(inTwoWeeks()), { folders: 1, files: 1 })
  })

  test('a folder deleted before its parent does not come back with it', async ({ assert }) => {
    const { lena, srr, incoming } = await theCast()
    const first = (await deleteFolder(lena, incoming))!
    const second = (await deleteFolder(lena, srr))!
    assert.equal(second.folderCount, 1)
    assert.equal(await recoverFolder(lena, first), 'under_deleted')
    assert.equal(await recoverFolder(lena, second), 'recovered')
    await incoming.refresh()
    assert.isTrue(incoming.isDeleted)
    assert.equal(await recoverFolder(lena, first), 'recovered')
    assert.lengthOf(await AuditEntry.query().where('event', 'folder.recovered'), 2)
  })
})
