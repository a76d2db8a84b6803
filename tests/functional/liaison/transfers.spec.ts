import { theService } from '#app/audit/actor'
import { archive } from '#app/files/sending/archive'
import File from '#app/files/file'
import { countDays, totalsOf } from '#app/files/activity/transfer_totals'
import { restoreVersion } from '#app/files/deleting/version_restoration'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { day, now, second } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aClock } from '#tests/support/later'
import { PlainBrowser } from '#tests/support/plain_browser'
import { received } from '#tests/support/received'
import { rowsOf, tableOf } from '#tests/support/table'
import db from '@adonisjs/lucid/services/db'
import { test } from '@japa/runner'

const pickedUp = async (id: string) => (await File.findOrFail(id)).pickedUpAt

test.group('What is picked up', (group) => {
  group.each.setup(undone)

  test('opened by its sender alone a file still waits; by another one it does not: {$self}')
    .with(['download', 'contents/text'])
    .run(async ({ assert }, how) => {
      const { ada, lena, incoming } = await theCast()
      await FolderSubscription.start(theService, incoming, lena, 'viewer')
      const file = await received(incoming, ada, 'a.txt', 'x')
      const path = how === 'download' ? 'download' : 'contents/text'
      const own = await PlainBrowser.signIn('ada')
      await own.open(`/files/${file.id}/${path}`)
      assert.isNull(await pickedUp(file.id))
      const other = await PlainBrowser.signIn('lena')
      assert.equal((await other.open(`/files/${file.id}/${path}`)).status, 200)
      assert.isNotNull(await pickedUp(file.id))
    })

  test('a new version waits anew, and an old one is what it was', async ({ assert }) => {
    const { ada, lena, incoming } = await theCast()
    await FolderSubscription.start(theService, incoming, lena, 'viewer')
    const file = await received(incoming, ada, 'a.txt', 'first')
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/files/${file.id}/download`)
    const first = await pickedUp(file.id)
    await received(incoming, ada, 'a.txt', 'second')
    assert.isNull(await pickedUp(file.id))
    await browser.open(`/files/${file.id}/download?version=1`)
    assert.isNull(await pickedUp(file.id))
    await restoreVersion(ada, await File.findFor(ada, file.id), 1)
    assert.closeTo((await pickedUp(file.id))!, first!, second)
    await restoreVersion(ada, await File.findFor(ada, file.id), 2)
    assert.isNull(await pickedUp(file.id))
  })

  test('in a ZIP, too', async ({ assert }) => {
    const { ada, lena, incoming } = await theCast()
    await FolderSubscription.start(theService, incoming, lena, 'viewer')
    const file = await received(incoming, ada, 'a.txt', 'x')
    for await (const piece of (await archive(lena, incoming, {})).pieces()) assert.isOk(piece)
    assert.isNotNull(await pickedUp(file.id))
  })
})

test.group('Transfers', (group) => {
  group.each.setup(undone)

  test('what came, what went, what was not picked up', async ({ assert }) => {
    const { ada, lena, incoming } = await theCast()
    await FolderSubscription.start(theService, incoming, lena, 'viewer')
    const [a, b] = [
      await received(incoming, ada, 'a.txt', 'xx'),
      await received(incoming, ada, 'b.txt', 'x'),
    ]
    const browser = await PlainBrowser.signIn('lena')
    await browser.open(`/files/${a.id}/download`)
    await browser.open('/liaison/transfers')
    assert.include(browser.text, '2 files, 3 bytes')
    assert.include(browser.text, '1 download, 0 views')
    const rows = tableOf(browser.html)
    assert.deepEqual(rows[0].slice(0, 4), [
      `b.txt ${b.code}`,
      '/DOL/SRR/Incoming',
      '1 byte',
      'Uploaded, Ada Adams (ada)',
    ])
    assert.lengthOf(rows, 2)
    await browser.open('/liaison/transfers?what=went')
    assert.deepEqual(tableOf(browser.html)[0].slice(0, 4), [
      `a.txt ${a.code}`,
      '/DOL/SRR/Incoming',
      '—',
      'Downloaded, Lena Long (lena)',
    ])
    await browser.open('/liaison/transfers?what=waits')
    assert.deepEqual(
      tableOf(browser.html).map(([file]) => file),
      [`b.txt ${b.code}`]
    )
    await browser.open('/liaison/transfers/export?what=waits')
    assert.deepEqual(
      rowsOf(browser.html).map((row) => row.slice(1)),
      [['Uploaded', 'Ada Adams (ada)', 'b.txt', b.code, '/DOL/SRR/Incoming', '1']]
    )
  })

  test('a liaison who may not open a file sees its code, not its name', async ({ assert }) => {
    const { ada, incoming, adasHome, lena } = await theCast()
    const [a, home] = [
      await received(incoming, ada, 'a.txt', 'x'),
      await received(adasHome, ada, 'b.txt', 'x'),
    ]
    const browser = await PlainBrowser.signIn('lena')
    for (const what of ['came', 'waits']) {
      await browser.open(`/liaison/transfers?what=${what}`)
      assert.deepEqual(
        tableOf(browser.html).map((row) => row.slice(0, 2)),
        [
          [`A file ${home.code}`, 'Home of ada'],
          [`A file ${a.code}`, '/DOL/SRR/Incoming'],
        ]
      )
      assert.notInclude(browser.html, 'a.txt')
      await browser.open(`/liaison/transfers/export?what=${what}`)
      assert.notInclude(browser.html, '.txt')
    }
    await FolderSubscription.start(theService, incoming, lena, 'contributor')
    await incoming.merge({ isDropOff: true }).save()
    await browser.open('/liaison/transfers')
    assert.notInclude(browser.html, 'a.txt')
  })

  test('nothing of another agency', async ({ assert }) => {
    const { otto, olga, opm, ottosHome } = await theCast()
    await received(ottosHome, otto, 'foreign.txt', 'x')
    const root = await Folder.make(olga, { name: 'Secret', organizationId: opm.id })
    await FolderSubscription.start(olga, root, otto, 'contributor')
    await received(root, otto, 'more.txt', 'x')
    const browser = await PlainBrowser.signIn('lena')
    for (const what of ['came', 'went', 'waits']) {
      await browser.open(`/liaison/transfers?what=${what}`)
      assert.lengthOf(tableOf(browser.html), 0)
      assert.notInclude(browser.html, 'Secret')
    }
    assert.include(browser.text, '0 files, 0 bytes')
  })

  test('days that are over are counted once; the sum is the same', async ({ assert, cleanup }) => {
    const clock = aClock()
    cleanup(() => clock.undo())
    const { ada, dol, incoming } = await theCast()
    const from = now() - day
    await received(incoming, ada, 'a.txt', 'xxx')
    clock.pass(day)
    await received(incoming, ada, 'b.txt', 'xx')
    const period = { organizationId: dol.id, from, to: now() + day }
    const before = await totalsOf(period)
    assert.include(before, { receivedFiles: 2, receivedBytes: 5, waiting: 2 })
    assert.equal(await countDays(now()), 1)
    assert.equal(await countDays(now()), 0)
    assert.deepEqual(await totalsOf(period), before)
    assert.lengthOf(await db.from('transfer_days'), 1)
  })

  test('a period that cannot be is told beside its field', async ({ assert }) => {
    await theCast()
    const browser = await PlainBrowser.signIn('lena')
    await browser.open('/liaison/transfers?from=2026-02-31')
    assert.include(browser.text, 'Write a day like 2027-01-31.')
    assert.include(browser.html, 'id="error-from"')
  })

  test('an organization administrator keeps no folders, so there are no transfers to see', async ({
    assert,
  }) => {
    const { dol } = await theCast()
    await person(dol, 'rita', 'Rita Rivers', 'organization_administrator')
    const browser = await PlainBrowser.signIn('rita')
    assert.equal((await browser.open('/liaison/transfers')).status, 403)
    assert.equal((await browser.open('/liaison/activity')).status, 200)
  })
})
