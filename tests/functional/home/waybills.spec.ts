import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import File from '#app/files/file'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile, sent } from '#tests/support/files'
import { PlainBrowser } from '#tests/support/plain_browser'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

test.group('The waybill of a file', (group) => {
  group.each.setup(undone)

  test('an earlier version becomes the current one again, and nothing is lost', async ({
    assert,
  }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    await ada.sendFolderForm(adasHome.id, { upload: [sent('a.txt', 'one')] })
    await ada.sendFolderForm(adasHome.id, { upload: [sent('a.txt', 'three')] })
    const file = await File.findByOrFail({ name: 'a.txt' })
    await ada.open(`/files/${file.id}`)
    assert.include(ada.html, 'aria-label="Restore version 1"')
    await ada.send(`/files/${file.id}/reversions`, { version: '1' })
    assert.include(ada.text, 'Version 1 of a.txt is the current one again.')
    await file.refresh()
    await adasHome.refresh()
    assert.equal(file.sizeBytes, 3)
    assert.equal(adasHome.sizeBytes, 3)
    await ada.send(`/files/${file.id}/reversions`, { version: '1' })
    assert.include(ada.text, 'is the current one already, or is gone')
    await ada.send(`/files/${file.id}/reversions`, { version: '9' })
    assert.include(ada.text, 'is the current one already, or is gone')

    await ada.open('/home')
    await ada.sendFolderForm(adasHome.id, { upload: [sent('a.txt', 'fourth')] })
    assert.include(ada.text, 'This is version 3')
    assert.lengthOf(await file.related('versions').query(), 3)
  })

  test('the list tells of the version that stands there again: whose it is, and of when', async ({
    assert,
  }) => {
    const { otto, lena, incoming } = await theCast()
    await FolderSubscription.start(theService, incoming, otto, 'contributor')
    await FolderSubscription.start(theService, incoming, lena, 'manager')
    for (const name of ['ada', 'otto']) {
      const sender = await PlainBrowser.signIn(name)
      await sender.sendFolderForm(incoming.id, { upload: [sent('a.txt', `of ${name}`)] })
    }
    const file = await File.findByOrFail({ name: 'a.txt' })
    const first = await file.related('versions').query().where('number', 1).firstOrFail()
    const manager = await PlainBrowser.signIn('lena')
    await manager.send(`/files/${file.id}/reversions`, { version: '1' })
    await file.refresh()
    assert.equal(file.senderId, first.senderId)
    assert.equal(file.receivedAt, first.createdAt)

    await incoming.merge({ isDropOff: true }).save()
    const ada = await PlainBrowser.signIn('ada')
    assert.equal((await ada.open(`/files/${file.id}`)).status, 200)
    await ada.send(`/files/${file.id}/reversions`, { version: '2' })
    await file.refresh()
    assert.equal(file.versionNumber, 1)
  })

  test('tells who opened the file to its sender and to managers, and to nobody else', async ({
    assert,
  }) => {
    const { otto, lena, incoming } = await theCast()
    await FolderSubscription.start(theService, incoming, otto, 'viewer')
    await FolderSubscription.start(theService, incoming, lena, 'manager')
    const ada = await PlainBrowser.signIn('ada')
    await ada.sendFolderForm(incoming.id, { upload: [sent('a.txt')] })
    const file = await File.findByOrFail({ name: 'a.txt' })
    const viewer = await PlainBrowser.signIn('otto')
    await viewer.open(`/files/${file.id}/download`)
    await viewer.open(`/files/${file.id}`)
    assert.include(viewer.text, file.sha256)
    assert.notInclude(viewer.text, 'What happened to this file')
    for (const browser of [ada, await PlainBrowser.signIn('lena')]) {
      await browser.open(`/files/${file.id}`)
      assert.match(browser.text, /Downloaded \(version 1\) ?Otto Orr \(otto\)/)
    }
  })

  test('says in which mode the file came, what that changed, and its exact size once', async ({
    assert,
  }) => {
    const { ada, adasHome } = await theCast()
    const browser = await PlainBrowser.signIn('ada')
    const told: [string, string, 'ascii' | 'binary', string][] = [
      ['one.txt', 'a\r\nb', 'ascii', 'Size 3 bytes SHA-256'],
      ['two.txt', 'a\r\nb\r\n', 'ascii', 'ASCII: 2 line endings changed Version'],
      ['none.txt', 'a\nb', 'ascii', 'ASCII: nothing changed Version'],
      ['large.txt', 'x'.repeat(2048), 'binary', 'Size 2.0 KB (2,048 bytes) SHA-256'],
      ['exact.txt', 'a\r\nb', 'binary', 'Transfer mode Binary Version'],
    ]
    for (const [name, bytes, mode, words] of told) {
      const file = await received(adasHome, ada, name, bytes, mode)
      await browser.open(`/files/${file.id}`)
      const spaced = browser.text
        .replace(/(Size|mode|SHA-256|Version)/g, ' $1 ')
        .replace(/\s+/g, ' ')
      assert.include(spaced, words)
      assert.equal(browser.text.includes('Uploaded (version 1, ASCII)'), mode === 'ascii')
    }
    const one = await File.findByOrFail({ name: 'one.txt' })
    await browser.open(`/files/${one.id}`)
    assert.include(browser.text, 'ASCII: 1 line ending changed')
  })

  test('is found by its code, however it was typed, and only by who may know of it', async ({
    assert,
  }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    await ada.sendFolderForm(adasHome.id, { upload: [sent('a.txt')] })
    const { code, sha256 } = await File.findByOrFail({ name: 'a.txt' })
    await ada.open('/folders')
    assert.match(ada.html, /<form[^>]*action="\/waybills"/)
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.slice(2)]) {
      await ada.open(`/waybills?code=${encodeURIComponent(typed)}`)
      assert.include(ada.text, sha256)
    }
    const otto = await PlainBrowser.signIn('otto')
    const foreign = await otto.open(`/waybills?code=${code}`)
    assert.include(otto.text, `There is no file with the code “${code}” that you can open.`)
    const unknown = await otto.open('/waybills?code=W-9999-9999')
    assert.equal(foreign.status, unknown.status)
    await otto.open('/waybills?code=<script>')
    assert.notInclude(otto.html, '<script>"')
  })

  test('strangers get the same answer as for a file that does not exist', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const file = await aFile(adasHome, ada, 'a.txt')
    const otto = await PlainBrowser.signIn('otto')
    const foreign = await otto.open(`/files/${file.id}`)
    const page = otto.text
    const unknown = await otto.open('/files/01a201e4-0000-7000-8000-000000000000')
    assert.equal(foreign.status, 404)
    assert.equal(unknown.status, 404)
    assert.equal(page, otto.text)
    assert.equal((await otto.send(`/files/${file.id}/reversions`, { version: '1' })).status, 404)
  })

  test('who is refused a file stands in the trail', async ({ assert }) => {
    const { ada, otto, adasHome } = await theCast()
    const file = await aFile(adasHome, ada, 'a.txt')
    await file.merge({ code: 'W-7K3Q-9XMD' }).save()
    const stranger = await PlainBrowser.signIn('otto')
    for (const path of ['', '/download', '/contents/text']) {
      assert.equal((await stranger.open(`/files/${file.id}${path}`)).status, 404)
    }
    await stranger.open(`/waybills?code=${file.code}`)
    await stranger.open(`/folders/${adasHome.id}`)
    const refusals = await AuditEntry.query().where({ outcome: 'refused', actorId: otto.id })
    const about = refusals.map(({ subjectId }) => subjectId)
    assert.lengthOf(
      about.filter((id) => id === file.id),
      4
    )
    assert.lengthOf(
      about.filter((id) => id === adasHome.id),
      1
    )
    for (const { address, requestId } of refusals) assert.isTrue(Boolean(address && requestId))
  })

  test('an operator reads nothing unless subscribed, and then the owner sees each reading', async ({
    assert,
  }) => {
    const { dol, adasHome } = await theCast()
    const operator = await person(dol, 'opal', 'Opal Oh', 'operator')
    const ada = await PlainBrowser.signIn('ada')
    await ada.sendFolderForm(adasHome.id, { upload: [sent('a.txt')] })
    const file = await File.findByOrFail({ name: 'a.txt' })
    const opal = await PlainBrowser.signIn('opal')
    const ways = [
      `/files/${file.id}/contents/text`,
      `/files/${file.id}/contents/html`,
      `/files/${file.id}/download`,
      `/folders/${adasHome.id}/archive`,
    ]
    for (const way of ways) assert.equal((await opal.open(way)).status, 404)

    await FolderSubscription.start(theService, adasHome, operator, 'viewer')
    for (const way of ways) assert.equal((await opal.open(way)).status, 200)
    await ada.open(`/files/${file.id}`)
    const readings = ada.text.match(/(Viewed|Downloaded)( \(version 1\))? ?Opal Oh \(opal\)/g)
    assert.lengthOf(readings ?? [], 4)
  })

  test('a page of the story may be asked for by any key of a list', async ({ assert }) => {
    const { ada, adasHome } = await theCast()
    const file = await aFile(adasHome, ada, 'a.txt')
    const browser = await PlainBrowser.signIn('ada')
    for (const key of [file.id, `7.${file.id}`]) {
      const { status } = await browser.open(`/files/${file.id}?after=${key}`)
      assert.equal(status, 200)
    }
  })

  test('in a drop-off folder an earlier version goes back to who sent it, and to nobody else', async ({
    assert,
  }) => {
    const { dol, lena, ada, incoming } = await theCast()
    const carl = await person(dol, 'carl', 'Carl Cole')
    await FolderSubscription.start(theService, incoming, carl, 'contributor')
    await FolderSubscription.start(theService, incoming, lena, 'manager')
    await received(incoming, ada, 'a.txt', 'the words of Ada')
    const file = await received(incoming, carl, 'a.txt', 'the words of Carl')
    await incoming.merge({ isDropOff: true }).save()

    const other = await PlainBrowser.signIn('carl')
    await other.open('/home')
    await other.send(`/files/${file.id}/reversions`, { version: '1' })
    assert.include(other.text, 'is the current one already, or is gone')
    const manager = await PlainBrowser.signIn('lena')
    await manager.open('/home')
    await manager.send(`/files/${file.id}/reversions`, { version: '1' })
    assert.include(manager.text, 'Version 1 of a.txt is the current one again.')

    assert.equal((await other.open(`/files/${file.id}`)).status, 404)
    await other.open(`/folders/${incoming.id}/archive`)
    assert.include(other.text, 'There are no files here to download.')
    const sender = await PlainBrowser.signIn('ada')
    await sender.open(`/files/${file.id}/download`)
    assert.equal(sender.html, 'the words of Ada')
  })
})
