import { theService } from '#app/audit/actor'
import File from '#app/files/file'
import FolderSubscription from '#app/folders/folder_subscription'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile, sent } from '#tests/support/files'
import { PlainBrowser } from '#tests/support/plain_browser'
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

  test('is found by its code, however it was typed, and only by who may know of it', async ({
    assert,
  }) => {
    const { adasHome } = await theCast()
    const ada = await PlainBrowser.signIn('ada')
    await ada.sendFolderForm(adasHome.id, { upload: [sent('a.txt')] })
    const { code, sha256 } = await File.findByOrFail({ name: 'a.txt' })
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
})
