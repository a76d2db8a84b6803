import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import { decide } from '#app/audit/decide'
import { describe } from '#app/audit/describe'
import { deleteFile } from '#app/files/deleting/file_deletion'
import Folder from '#app/folders/folder'
import FolderDeletion, { deleteFolder } from '#app/folders/tree/folder_deletion'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { sent } from '#tests/support/files'
import { PlainBrowser } from '#tests/support/plain_browser'
import { received } from '#tests/support/received'
import { test } from '@japa/runner'

test.group('Deleting a folder', (group) => {
  group.each.setup(undone)

  const done = (event: string) => AuditEntry.query().where({ event, outcome: 'done' })

  test('says what goes and who loses access, then can be undone', async ({ assert }) => {
    const { srr, incoming, ada, otto } = await theCast()
    await FolderSubscription.start(theService, srr, otto, 'viewer')
    await received(incoming, ada, 'a.txt', 'hello')
    const lena = await PlainBrowser.signIn('lena')
    await lena.open(`/liaison/folders/${srr.id}/deletions/new`)
    assert.include(lena.text, 'Delete /DOL/SRR with everything in it: 2 folders, 1 file, 5 bytes?')
    assert.include(
      lena.text,
      'Lose access (2) Ada Adams (ada), Department of Labor Otto Orr (otto)'
    )
    assert.lengthOf(await FolderDeletion.all(), 0)

    await lena.send(`/liaison/folders/${srr.id}/deletions`, { folder_id: 'x' })
    assert.include(lena.text, 'Deleted /DOL/SRR: 2 folders and 1 file.')
    const deletion = await FolderDeletion.firstOrFail()
    const address = `/liaison/folders/deleted/${deletion.id}/recoveries`
    assert.include(lena.html, `action="${address}"`)
    const [entry] = await done('folder.deleted')
    assert.include(describe(entry), 'deleted the folder /DOL/SRR with 2 folders and 1 files')

    await lena.send(address)
    assert.include(lena.text, 'Recovered /DOL/SRR with everything in it.')
    await lena.send(address)
    assert.include(lena.text, '/DOL/SRR is not among the deleted folders any more.')
    assert.lengthOf(await done('folder.recovered'), 1)
    const browser = await PlainBrowser.signIn('ada')
    await browser.open(`/folders/${incoming.id}`)
    assert.include(browser.html, 'a.txt')
  })

  test('makes everything in it unreachable, for managers too', async ({ assert, client }) => {
    const { srr, incoming, ada, lena, otto, dol } = await theCast()
    await FolderSubscription.start(theService, srr, otto, 'manager')
    const below = await Folder.make(lena, { name: 'B', organizationId: dol.id, parent: incoming })
    const file = await received(incoming, ada, 'a.txt', 'hello')
    const gone = await received(incoming, ada, 'gone.txt', 'hello')
    await deleteFile(ada, gone)
    const visitor = await PlainBrowser.signIn('ada')
    await visitor.open(`/folders/${incoming.id}`)
    await deleteFolder(lena, incoming)

    await visitor.sendFolderForm(incoming.id, { upload: [sent('late.txt')] })
    assert.include(visitor.text, 'Page not found')
    for (const who of [ada, otto]) {
      await signedIn(who)
      for (const path of [
        `/folders/${incoming.id}`,
        `/folders/${below.id}`,
        `/folders/${incoming.id}/archive`,
        `/files/${file.id}`,
        `/files/${file.id}/download`,
        `/files/${file.id}/text`,
        `/files/${file.id}/html`,
        `/files/${gone.id}`,
        `/files/${gone.id}/destructions/new`,
      ]) {
        const response = await client.get(path).loginAs(who)
        assert.equal(response.status(), 404, `${who.username} ${path}`)
      }
      for (const path of ['/home', '/folders', '/deleted']) {
        const page = await client.get(path).loginAs(who)
        page.assertStatus(200)
        assert.notInclude(page.text(), incoming.id)
        assert.notInclude(page.text(), 'gone.txt')
      }
      const above = await client.get(`/folders/${srr.id}`).loginAs(who)
      assert.notInclude(above.text(), `"/folders/${incoming.id}"`)
      const code = await client.get(`/waybills?code=${file.code}`).loginAs(who)
      assert.notInclude(code.text(), 'a.txt')
    }
    await visitor.open('/home')
    for (const path of ['', '/settings', '/name', '/moves/new']) {
      const page = await client
        .get(`/liaison/folders/${incoming.id}${path}`)
        .loginAs(await signedIn(lena))
      page.assertStatus(404)
    }
  })

  test('nobody is subscribed to it, nor is anything done with it, until it is recovered', async ({
    assert,
  }) => {
    const { incoming, lena } = await theCast()
    await deleteFolder(lena, incoming)
    await incoming.refresh()
    for (const action of [
      'subscription.start',
      'offer.make',
      'folder.create',
      'folder.rename',
      'folder.configure',
      'folder.move',
      'folder.remove',
    ] as const) {
      assert.include(await decide(lena, action, incoming), { code: 'folder.deleted' }, action)
    }
  })

  test('a file in it cannot be restored, and who could reach it hears whom to ask', async ({
    assert,
  }) => {
    const { incoming, ada, lena } = await theCast()
    const file = await received(incoming, ada, 'a.txt', 'hello')
    await deleteFile(ada, file)
    await deleteFolder(lena, incoming)
    const visitor = await PlainBrowser.signIn('ada')
    for (const [path, fields] of [
      [`/files/${file.id}/restorations`, {}],
      ['/undos', { 'files[]': file.id }],
    ] as const) {
      await visitor.open('/home')
      assert.equal((await visitor.send(path, fields)).status, 403)
      assert.include(visitor.text, 'The folder of this file is deleted')
      assert.include(visitor.text, 'Lena Long, SFT Liaison, can recover the folder.')
    }
    const stranger = await PlainBrowser.signIn('otto')
    await stranger.open('/home')
    assert.equal((await stranger.send(`/files/${file.id}/restorations`)).status, 404)
    await file.refresh()
    assert.isNotNull(file.deletedAt)
  })

  test('comes back under another name if its own is taken meanwhile', async ({ assert }) => {
    const { srr, incoming, dol, lena: by } = await theCast()
    const deletion = (await deleteFolder(by, incoming))!
    await Folder.make(by, { name: 'incoming', organizationId: dol.id, parent: srr })
    const lena = await PlainBrowser.signIn('lena')
    await lena.open('/liaison/folders/deleted')
    assert.include(lena.text, '/DOL/SRR/Incoming')
    const address = `/liaison/folders/deleted/${deletion.id}/recoveries`
    await lena.send(address)
    assert.include(lena.text, 'Another folder here is called “Incoming”')
    assert.include(lena.html, 'Recover under another name')
    await lena.send(address, { name: 'a*b' })
    assert.include(lena.text, 'it holds “*”')
    await lena.send(address, { name: 'Incoming (old)' })
    assert.include(lena.text, 'Recovered /DOL/SRR/Incoming (old) with everything in it.')
    await incoming.refresh()
    assert.equal(incoming.name, 'Incoming (old)')
  })

  test('under a folder that is deleted, too, it waits for that one', async ({ assert }) => {
    const { srr, incoming, lena: by } = await theCast()
    const deletion = (await deleteFolder(by, incoming))!
    await deleteFolder(by, srr)
    const lena = await PlainBrowser.signIn('lena')
    await lena.open('/liaison/folders/deleted')
    await lena.send(`/liaison/folders/deleted/${deletion.id}/recoveries`)
    assert.include(lena.text, 'is deleted, too. Recover that one first.')
  })

  test('another agency’s liaison neither sees nor recovers it', async ({ assert }) => {
    const { incoming, lena } = await theCast()
    const { id } = (await deleteFolder(lena, incoming))!
    const olga = await PlainBrowser.signIn('olga')
    await olga.open('/liaison/folders/deleted')
    assert.include(olga.text, 'There are no deleted folders.')
    const address = `/liaison/folders/deleted/${id}/recoveries`
    assert.equal((await olga.open(`${address}/new`)).status, 404)
    await olga.open('/home')
    assert.equal((await olga.send(address)).status, 404)
    await incoming.refresh()
    assert.isTrue(incoming.isDeleted)
    const ada = await PlainBrowser.signIn('ada')
    await ada.open('/home')
    assert.equal((await ada.send(address)).status, 403)
  })
})
