import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import { describe } from '#app/audit/describe'
import Folder from '#app/folders/folder'
import { moveFolder } from '#app/folders/tree/folder_move'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

test.group('Moving a folder', (group) => {
  group.each.setup(undone)

  const withOther = async () => {
    const cast = await theCast()
    const { dol, root, lena } = cast
    const other = await Folder.make(lena, { name: 'Other', organizationId: dol.id, parent: root })
    return { ...cast, other }
  }
  const moved = () => AuditEntry.query().where({ event: 'folder.moved', outcome: 'done' })

  test('who gains and who loses access by its new place is shown before', async ({ assert }) => {
    const { srr, other, incoming, otto, olga, lena, ada } = await withOther()
    await FolderSubscription.start(theService, srr, otto, 'contributor')
    await FolderSubscription.start(theService, other, olga, 'viewer')
    await FolderSubscription.start(theService, srr, lena, 'viewer')
    await FolderSubscription.start(theService, other, lena, 'manager')
    await FolderSubscription.start(theService, srr, ada, 'viewer')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/liaison/folders/${incoming.id}/moves/new`)
    assert.notInclude(browser.html, 'Move to')
    await browser.open(`/liaison/folders/${incoming.id}/moves/new?path=%5Cdol%5COTHER`)
    const { text } = browser
    assert.include(text, 'Move it to /DOL/Other?')
    assert.include(text, 'Gain access (1) Olga Oak (olga), Office of Policy and Management: viewer')
    assert.include(text, 'Lose access (1) Otto Orr (otto)')
    assert.include(
      text,
      'Get another level (1) Lena Long (lena), Department of Labor: viewer, then manager'
    )
    assert.notInclude(text, 'Ada Adams')
    assert.lengthOf(await moved(), 0)
  })

  test('it goes with all below it; links, codes and subscriptions stay good', async ({
    assert,
  }) => {
    const { other, incoming, ada, otto, srr, lena: by, dol } = await withOther()
    const below = await Folder.make(by, { name: 'B', organizationId: dol.id, parent: incoming })
    await FolderSubscription.start(theService, srr, otto, 'viewer')
    const file = await received(below, ada, 'a.txt', 'hello')
    const visitor = await PlainBrowser.signIn('otto')
    assert.equal((await visitor.open(`/files/${file.id}`)).status, 200)

    const lena = await PlainBrowser.signIn('lena')
    await lena.open(`/liaison/folders/${incoming.id}/moves/new?to=${other.id}`)
    assert.include(lena.html, 'Move to Other')
    await lena.send(`/liaison/folders/${incoming.id}/moves`, { to: other.id, parentId: srr.id })
    assert.include(lena.text, 'Moved Incoming: it is /DOL/Other/Incoming now.')
    const [entry] = await moved()
    assert.equal(
      describe(entry),
      'Lena Long (lena) moved the folder /DOL/SRR/Incoming to /DOL/Other/Incoming'
    )
    await below.refresh()
    assert.equal(await below.path(), '/DOL/Other/Incoming/B')

    const browser = await PlainBrowser.signIn('ada')
    for (const path of [`/folders/${incoming.id}`, `/folders/${below.id}`, `/files/${file.id}`]) {
      assert.equal((await browser.open(path)).status, 200, path)
    }
    await browser.open(`/waybills?code=${file.code}`)
    assert.include(browser.text, 'a.txt')
    await visitor.open('/home')
    for (const path of [`/folders/${below.id}`, `/files/${file.id}`]) {
      assert.equal((await visitor.open(path)).status, 404, path)
    }
    await lena.open('/home')
    await lena.send(`/liaison/folders/${incoming.id}/moves`, { to: other.id })
    assert.include(lena.text, '“Incoming” lies in “Other” already.')
    assert.lengthOf(await moved(), 1)
  })

  test('not into itself, under itself, beside its name, or where its path is too long', async ({
    assert,
  }) => {
    const { root, srr, other, incoming, dol, lena } = await withOther()
    const make = (name: string, parent: Folder) =>
      Folder.make(lena, { name, organizationId: dol.id, parent })
    const deep = await make('x'.repeat(200), other)
    await make('INCOMING', other)
    const leaf = await make('y'.repeat(60), incoming)
    for (const [folder, to, why] of [
      [srr, srr, 'into itself'],
      [srr, incoming, 'cannot be moved under itself'],
      [incoming, srr, 'already'],
      [incoming, other, 'Another folder here is called “Incoming”'],
      [incoming, deep, 'and 254 are the most'],
      [leaf, deep, 'and 254 are the most'],
    ] as const) {
      const outcome = await moveFolder(lena, folder, to)
      assert.include((outcome as { problem: string }).problem, why)
    }
    assert.lengthOf(await moved(), 0)
    assert.equal(await incoming.path(), '/DOL/SRR/Incoming')
    assert.equal(root.parentId, null)
  })

  test('not beyond a quota, but freely inside of it', async ({ assert }) => {
    const { root, srr, other, incoming, ada, lena } = await withOther()
    await received(incoming, ada, 'a.txt', Buffer.alloc(20))
    await other.merge({ quotaBytes: 19 }).save()
    await root.merge({ quotaBytes: 21 }).save()
    const refused = await moveFolder(lena, incoming, other)
    assert.include((refused as { problem: string }).problem, 'The quota of “Other” leaves no room')
    await other.merge({ quotaBytes: 20 }).save()
    assert.equal(await moveFolder(lena, incoming, other), 'moved')
    assert.equal(await moveFolder(lena, incoming, srr), 'moved')
  })

  test('not to another agency, nor to somebody’s home', async ({ assert }) => {
    const { incoming, opm, adasHome, lena: by } = await withOther()
    const foreign = await Folder.make(theService, { name: 'OPM', organizationId: opm.id })
    const lena = await PlainBrowser.signIn('lena')
    for (const { id } of [foreign, adasHome]) {
      await lena.open('/home')
      const sent = await lena.send(`/liaison/folders/${incoming.id}/moves`, { to: id })
      assert.equal(sent.status, 404)
      const page = await lena.open(`/liaison/folders/${incoming.id}/moves/new?to=${id}`)
      assert.equal(page.status, 404)
    }
    await lena.open(`/liaison/folders/${incoming.id}/moves/new?path=/OPM`)
    assert.include(lena.text, 'There is no folder /OPM in your agency')
    await assert.rejects(() => moveFolder(by, incoming, foreign), /nothing of that kind/)
    await assert.rejects(() => moveFolder(by, incoming, adasHome), /nothing of that kind/)
    assert.lengthOf(await moved(), 0)
    await incoming.refresh()
    assert.equal(await incoming.path(), '/DOL/SRR/Incoming')
  })
})
