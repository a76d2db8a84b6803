import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import { blobStore } from '#app/files/blobs/current_store'
import File from '#app/files/file'
import { destroyForgotten } from '#app/files/deleting/file_destruction'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { day, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile, sent, someFiles } from '#tests/support/files'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

test.group('Deleting and restoring', (group) => {
  group.each.setup(undone)

  test('one file goes at once, and Undo brings it back with its purge date', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const file = await aFile(adasHome, ada, 'a.txt', { purgeAt: 9_999_999_999_999 })
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    assert.include(visitor.text, 'Deleted a.txt.')
    assert.include(visitor.text, 'Undo')
    assert.notInclude(visitor.html, `href="/files/${file.id}"`)
    await adasHome.refresh()
    assert.equal(adasHome.fileCount, 0)
    assert.equal(adasHome.sizeBytes, 0)

    await visitor.send('/undos', { 'files[]': file.id })
    assert.include(visitor.text, 'Restored a.txt.')
    await file.refresh()
    assert.isNull(file.deletedAt)
    assert.equal(file.purgeAt, 9_999_999_999_999)
    await adasHome.refresh()
    assert.equal(adasHome.fileCount, 1)
    assert.equal(adasHome.sizeBytes, 12)
    const events = await AuditEntry.about(file.id)
    assert.deepEqual(
      events.map(({ event }) => event),
      ['file.deleted', 'file.restored']
    )
  })

  test('several go together and are all named', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const files = await someFiles(adasHome, ada, ['a.txt', 'b.txt', 'c.txt'])
    const visitor = await PlainBrowser.signIn('ada')
    const ids = [files[1].id, files[0].id]
    await visitor.sendFolderForm(adasHome.id, { do: 'delete', files: ids })
    assert.include(visitor.text, 'Deleted 2 files: b.txt, a.txt.')
    assert.lengthOf(await File.query().whereNull('deletedAt'), 1)
    assert.lengthOf(visitor.html.match(/name="files\[\]"/g) ?? [], 2)
  })

  test('contributors delete their own; what others sent stays, with the reason', async ({
    assert,
  }) => {
    const { ada, lena, incoming } = await theCast()
    const own = await aFile(incoming, ada, 'own.txt')
    const other = await aFile(incoming, lena, 'other.txt')
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.sendFolderForm(incoming.id, { do: 'delete', files: [own.id, other.id] })
    assert.include(visitor.text, 'Deleted own.txt.')
    assert.include(visitor.text, 'Not deleted: other.txt. Only who uploaded this file')
    await other.refresh()
    assert.isNull(other.deletedAt)
  })

  test('whoever uploads to the name of others does not get to delete what they sent', async ({
    assert,
  }) => {
    const { ada, otto, incoming } = await theCast()
    await FolderSubscription.start(theService, incoming, otto, 'contributor')
    const first = await PlainBrowser.signIn('ada')
    await first.sendFolderForm(incoming.id, { upload: [sent('a.txt', 'of Ada')] })
    const file = await File.findByOrFail({ name: 'a.txt' })
    const second = await PlainBrowser.signIn('otto')
    await second.sendFolderForm(incoming.id, { upload: [sent('a.txt', 'of Otto')] })
    await second.sendFolderForm(incoming.id, { do: 'delete', files: [file.id] })
    assert.include(second.text, 'Not deleted: a.txt. Somebody else uploaded another version of it')

    await file.merge({ deletedAt: now(), deletedBy: ada.id }).save()
    assert.equal((await second.open(`/files/${file.id}/destructions/new`)).status, 403)
    await second.open('/home')
    assert.equal((await second.send(`/files/${file.id}/destructions`)).status, 403)
    await file.refresh()
    assert.isNull(file.destroyedAt)

    await FolderSubscription.query().where('accountId', otto.id).update({ level: 'manager' })
    await second.open('/home')
    await second.send(`/files/${file.id}/destructions`)
    assert.include(second.text, 'Deleted a.txt for good.')
  })

  test('an Undo that comes too late says so', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const file = await aFile(adasHome, ada, 'a.txt')
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    await visitor.send('/undos', { 'files[]': file.id })
    await visitor.send('/undos', { 'files[]': file.id })
    assert.include(visitor.text, 'a.txt is not among the deleted files any more.')
  })

  test('deleting what is deleted changes nothing', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const file = await aFile(adasHome, ada, 'a.txt')
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    await visitor.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    assert.include(visitor.text, 'Somebody had deleted it already.')
    assert.lengthOf(await AuditEntry.about(file.id), 1)
    await adasHome.refresh()
    assert.equal(adasHome.fileCount, 0)
  })

  test('files of another folder are not touched, whatever the form says', async ({ assert }) => {
    const { ada, otto, adasHome, ottosHome } = await theCast()
    const foreign = await aFile(ottosHome, otto, 'foreign.txt')
    const elsewhere = await aFile(adasHome, ada, 'elsewhere.txt')
    const visitor = await PlainBrowser.signIn('otto')
    await visitor.sendFolderForm(ottosHome.id, { do: 'delete', files: [elsewhere.id] })
    await visitor.send('/undos', { 'files[]': elsewhere.id })
    await elsewhere.refresh()
    await foreign.refresh()
    assert.isNull(elsewhere.deletedAt)
    assert.isNull(foreign.deletedAt)
  })

  test('Deleted files lists what one may restore, and only that', async ({ assert }) => {
    const { ada, lena, adasHome, incoming } = await theCast()
    const gone = { deletedAt: now() - day, deletedBy: ada.id }
    await (await aFile(adasHome, ada, 'at home.txt')).merge(gone).save()
    await (await aFile(incoming, ada, 'own.txt')).merge(gone).save()
    await (await aFile(incoming, lena, 'of others.txt')).merge(gone).save()
    await aFile(adasHome, ada, 'still here.txt')
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.open('/deleted')
    assert.include(visitor.text, 'at home.txt')
    assert.include(visitor.text, 'own.txt')
    assert.notInclude(visitor.text, 'of others.txt')
    assert.notInclude(visitor.text, 'still here.txt')
    await FolderSubscription.query().where('accountId', ada.id).update({ level: 'manager' })
    await visitor.open('/deleted')
    assert.include(visitor.text, 'of others.txt')
    await FolderSubscription.query().where('accountId', ada.id).update({ level: 'viewer' })
    await visitor.open('/deleted')
    assert.notInclude(visitor.text, 'own.txt')
  })

  test('a name that was taken meanwhile is said, and nothing is lost', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const old = await aFile(adasHome, ada, 'a.txt')
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.sendFolderForm(adasHome.id, { do: 'delete', files: [old.id] })
    await aFile(adasHome, ada, 'A.TXT')
    await visitor.send('/undos', { 'files[]': old.id })
    assert.include(visitor.text, 'Not restored: a.txt. Another file has this name now.')
    await visitor.open(`/files/${old.id}/restorations/new`)
    assert.include(visitor.html, 'value="a (restored).txt"')
    await visitor.send(`/files/${old.id}/restorations`, { name: 'A.txt' })
    assert.include(visitor.text, 'Another file is called “A.txt” now.')
    await visitor.send(`/files/${old.id}/restorations`, { name: 'a/b' })
    assert.include(visitor.text, 'This name cannot be kept: it holds a slash')
    assert.include(visitor.html, 'value="a/b"')
    await visitor.send(`/files/${old.id}/restorations`, { name: 'a (restored).txt' })
    assert.include(visitor.text, 'Restored a (restored).txt.')
    await old.refresh()
    assert.isNull(old.deletedAt)
    await visitor.open('/home?name=restored')
    assert.include(visitor.text, 'a (restored).txt')
  })

  test('a file that comes back under another name has it composed', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const file = await aFile(adasHome, ada, 'a.txt')
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    await visitor.send(`/files/${file.id}/restorations`, { name: 'e\u0301t\u00e9.txt' })
    await file.refresh()
    assert.equal(file.name, '\u00e9t\u00e9.txt')
  })

  test('deleting for good asks first, then takes the bytes and leaves the waybill', async ({
    assert,
  }) => {
    const { adasHome } = await theCast()
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.sendFolderForm(adasHome.id, { upload: [sent('a.txt')] })
    const file = await File.findByOrFail({ name: 'a.txt' })
    const { blobKey } = await file.currentVersion()
    await visitor.send(`/files/${file.id}/destructions`)
    await file.refresh()
    assert.isNull(file.destroyedAt)

    await visitor.sendFolderForm(adasHome.id, { do: 'delete', files: [file.id] })
    await visitor.open(`/files/${file.id}/destructions/new`)
    assert.include(visitor.text, 'Nobody can bring it back afterwards.')
    assert.equal(await blobStore().sizeOf(blobKey!), 6)
    await visitor.send(`/files/${file.id}/destructions`)
    assert.include(visitor.text, 'Deleted a.txt for good.')
    assert.isNull(await blobStore().sizeOf(blobKey!))
    assert.isNull((await file.currentVersion()).blobKey)
    await visitor.send(`/files/${file.id}/destructions`)
    assert.include(visitor.text, 'is not among the deleted files any more')
    await visitor.send(`/files/${file.id}/restorations`)
    assert.include(visitor.text, 'is not among the deleted files any more')

    await visitor.open(`/files/${file.id}`)
    assert.include(visitor.text, 'This file is gone')
    assert.include(visitor.text, file.sha256)
  })

  test('what nobody restores within 14 days goes, and nothing else', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const old = await aFile(adasHome, ada, 'old.txt')
    const young = await aFile(adasHome, ada, 'young.txt')
    await old.merge({ deletedAt: now() - 14 * day - 1 }).save()
    await young.merge({ deletedAt: now() - 14 * day + 60_000 }).save()
    assert.equal(await destroyForgotten(now()), 1)
    assert.equal(await destroyForgotten(now()), 0)
    await old.refresh()
    await young.refresh()
    assert.isNotNull(old.destroyedAt)
    assert.isNull(young.destroyedAt)
  })

  test('viewers and strangers neither restore nor destroy', async ({ assert }) => {
    const { ada, otto, incoming } = await theCast()
    const file = await aFile(incoming, ada, 'a.txt')
    await file.merge({ deletedAt: now() }).save()
    const visitor = await PlainBrowser.signIn('otto')
    for (const action of ['restorations', 'destructions']) {
      assert.equal((await visitor.send(`/files/${file.id}/${action}`)).status, 404)
    }
    await FolderSubscription.start(theService, incoming, otto, 'viewer')
    for (const action of ['restorations', 'destructions']) {
      await visitor.open('/home')
      assert.equal((await visitor.send(`/files/${file.id}/${action}`)).status, 403)
    }
    await file.refresh()
    assert.isNotNull(file.deletedAt)
    assert.isNull(file.destroyedAt)
  })
})
