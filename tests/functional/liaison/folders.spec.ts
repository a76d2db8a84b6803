import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import { describe } from '#app/audit/describe'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile } from '#tests/support/files'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

const done = (event: string) => AuditEntry.query().where({ event, outcome: 'done' })
const settings = { quota_unit: 'MB' }

test.group('The liaison’s folders', (group) => {
  group.each.setup(undone)

  test('the tree is shown level by level, with counts and marks, and no file names', async ({
    assert,
  }) => {
    const { ada, srr, incoming } = await theCast()
    await aFile(incoming, ada, 'wages-of-everybody.csv', { sizeBytes: 2048 })
    await incoming.refresh()
    await incoming.merge({ isDropOff: true, keepDays: 30, quotaBytes: 1024 ** 3 }).save()
    const lena = await PlainBrowser.signIn('lena')
    assert.equal((await lena.open('/liaison/folders')).status, 200)
    assert.include(lena.html, '<h1>Folders</h1>')
    assert.include(lena.html, `href="/liaison/folders/${srr.id}"`)
    assert.notInclude(lena.html, `href="/liaison/folders/${incoming.id}"`)
    await lena.open(`/liaison/folders/${srr.id}`)
    assert.include(lena.html, `href="/liaison/folders/${incoming.id}"`)
    assert.include(lena.text, 'Drop-off, kept 30 days, quota 1.0 GB')
    assert.include(lena.html, '2.0 KB')
    await lena.open(`/liaison/folders/${incoming.id}`)
    assert.include(lena.text, '1 person subscribed here, 0 people above')
    assert.notInclude(lena.html, 'wages-of-everybody')
    const [access] = /[^"]+(?=">Who has access<\/a>\n<a [^>]*>Settings)/.exec(lena.html)!
    const [subscribing] = /[^"]+(?=">Subscribe recipients<)/.exec(lena.html)!
    assert.equal((await lena.open(access)).status, 200)
    assert.include(lena.text, 'Ada Adams')
    assert.equal((await lena.open(subscribing)).status, 200)
    assert.include(lena.html, incoming.id)
  })

  test('folders are found by a part of their name or path', async ({ assert }) => {
    await theCast()
    const lena = await PlainBrowser.signIn('lena')
    await lena.open('/liaison/folders?name=INCOM')
    assert.include(lena.text, '/DOL/SRR/Incoming')
    await lena.open('/liaison/folders?name=srr%5Cinc')
    assert.include(lena.text, '/DOL/SRR/Incoming')
    await lena.open('/liaison/folders?name=%25')
    assert.include(lena.text, 'No folder has “%” in its name.')
    await lena.open('/liaison/folders?name[]=x&after=%00')
    assert.include(lena.html, '<h1>Folders</h1>')
  })

  test('a long level and a long search have pages', async ({ assert }) => {
    const { lena: by, srr } = await theCast()
    const { makeHierarchy } = await import('#app/folders/tree/hierarchy_making')
    const names = Array.from({ length: 120 }, (_, at) => `Case ${String(at).padStart(3, '0')}`)
    await makeHierarchy(by, srr, names.join('\n'))
    const lena = await PlainBrowser.signIn('lena')
    for (const address of [`/liaison/folders/${srr.id}`, '/liaison/folders?name=case']) {
      await lena.open(address)
      const seen = new Set<string>()
      for (let page = 0; page < 3; page++) {
        for (const [name] of lena.html.matchAll(/Case \d{3}/g)) seen.add(name)
        const next = /href="(\?[^"]*)" rel="next"/.exec(lena.html)?.[1]
        if (next) await lena.open(address.split('?')[0] + next.replaceAll('&amp;', '&'))
      }
      assert.equal(seen.size, 120, address)
      await lena.open(
        `${address.split('?')[0]}?name=${address.includes('?') ? 'case' : ''}&at=last`
      )
      assert.include(lena.html, 'Case 119')
      assert.include(lena.html, 'rel="prev"')
    }
  })

  test('a new folder is made; what is wrong with its name stands beside the field', async ({
    assert,
  }) => {
    const { srr, lena: by } = await theCast()
    const lena = await PlainBrowser.signIn('lena')
    await lena.open(`/liaison/folders/${srr.id}/folders/new`)
    for (const [name, why] of [
      ['', 'Say what the folder is called.'],
      ['A:B', 'it holds “:”, which Windows refuses'],
      ['incoming', 'Another folder here is called “incoming”'],
      ['x '.trimEnd() + ' ', 'begins or ends with a blank'],
      ['x'.repeat(250), 'characters long, and 254 are the most'],
    ]) {
      await lena.send(`/liaison/folders/${srr.id}/folders`, { name })
      assert.include(lena.text, why)
      assert.include(lena.html, '<title>Error: New folder')
    }
    assert.include(lena.html, `value="${'x'.repeat(250)}"`)
    assert.lengthOf(await done('folder.created').where('actorId', by.id), 0)

    await lena.send(`/liaison/folders/${srr.id}/folders`, {
      name: 'Out',
      organizationId: 'x',
      ownerId: by.id,
      isDropOff: 'true',
      quotaBytes: '1',
    })
    assert.include(lena.text, 'Made the folder /DOL/SRR/Out.')
    const out = await Folder.findByOrFail('name', 'Out')
    assert.include(out.toJSON(), {
      parentId: srr.id,
      organizationId: srr.organizationId,
      ownerId: null,
      isDropOff: false,
      quotaBytes: null,
    })
    assert.lengthOf(await done('folder.created').where('actorId', by.id), 1)
  })

  test('renamed, it keeps its subscriptions and links', async ({ assert }) => {
    const { ada, incoming } = await theCast()
    const file = await aFile(incoming, ada, 'a.txt')
    await file.merge({ code: 'WB-234567-9' }).save()
    const lena = await PlainBrowser.signIn('lena')
    await lena.open(`/liaison/folders/${incoming.id}/name`)
    await lena.send(`/liaison/folders/${incoming.id}/name?_method=PUT`, { name: 'Inbox' })
    assert.include(lena.text, 'Renamed Incoming to Inbox.')
    await lena.open('/home')
    await lena.send(`/liaison/folders/${incoming.id}/name?_method=PUT`, { name: 'Inbox' })
    assert.include(lena.text, 'called Inbox already')
    const [entry, ...others] = await done('folder.renamed')
    assert.lengthOf(others, 0)
    assert.equal(describe(entry), 'Lena Long (lena) renamed the folder Incoming to Inbox')

    const browser = await PlainBrowser.signIn('ada')
    assert.equal((await browser.open(`/folders/${incoming.id}`)).status, 200)
    assert.include(browser.html, '<h1>Inbox</h1>')
    assert.equal((await browser.open(`/files/${file.id}`)).status, 200)
  })

  test('only its capitals can change, too', async ({ assert }) => {
    const { incoming, lena: by } = await theCast()
    const { renameFolder } = await import('#app/folders/tree/folder_renaming')
    assert.equal(await renameFolder(by, incoming, 'INCOMING'), 'renamed')
    await incoming.refresh()
    assert.equal(incoming.name, 'INCOMING')
  })

  test('settings are saved, shown and put on record; recipients see the description', async ({
    assert,
  }) => {
    const { incoming } = await theCast()
    const lena = await PlainBrowser.signIn('lena')
    const address = `/liaison/folders/${incoming.id}/settings`
    await lena.open(address)
    assert.include(lena.text, 'Empty: as everywhere, 60 days.')
    await lena.send(`${address}?_method=PUT`, {
      description: 'Wage files. <b>One</b> per employer.',
      drop_off: 'true',
      keep_days: '30',
      quota: '1.5',
      quota_unit: 'GB',
      notices: 'true',
      name: 'Evil',
      organization_id: 'x',
    })
    assert.include(lena.text, 'Saved the settings of Incoming.')
    await incoming.refresh()
    assert.include(incoming.toJSON(), {
      name: 'Incoming',
      isDropOff: true,
      keepDays: 30,
      quotaBytes: 1.5 * 1024 ** 3,
    })
    assert.isTrue(incoming.tellsOfArrivals)
    const [entry] = await done('folder.configured')
    assert.include(describe(entry), 'changed description, drop-off, retention, quota, notice')
    assert.deepEqual(entry.details.before.keepDays, null)
    assert.deepEqual(entry.details.after.keepDays, 30)

    await lena.open(address)
    const { html } = lena
    assert.include(html, 'value="30"')
    assert.include(html, 'value="1536"')
    const typed = { keep_days: '30', quota: '1536', drop_off: 'true', notices: 'true' }
    const description = 'Wage files. <b>One</b> per employer.'
    await lena.send(`${address}?_method=PUT`, { ...settings, ...typed, description })
    assert.include(lena.text, 'Nothing was changed.')
    assert.lengthOf(await done('folder.configured'), 1)

    const ada = await PlainBrowser.signIn('ada')
    await ada.open(`/folders/${incoming.id}`)
    assert.include(ada.html, 'Wage files. &lt;b&gt;One&lt;/b&gt; per employer.')
  })

  test('what is typed wrongly comes back with a sentence', async ({ assert }) => {
    const { incoming, srr } = await theCast()
    await srr.merge({ keepDays: 7 }).save()
    const lena = await PlainBrowser.signIn('lena')
    const address = `/liaison/folders/${incoming.id}/settings`
    await lena.open(address)
    assert.include(lena.text, 'Empty: as SRR above, 7 days.')
    for (const [field, value, why] of [
      ['keep_days', '0', 'from 1 to 3650'],
      ['keep_days', '3651', 'from 1 to 3650'],
      ['keep_days', 'a week', 'from 1 to 3650'],
      ['quota', '-1', 'Say a size greater than zero'],
      ['quota', '0', 'Say a size greater than zero'],
      ['quota', '9'.repeat(20), 'Say a size greater than zero'],
      ['description', 'x'.repeat(501), 'at most 500 characters'],
      ['quota_unit', 'PB', 'Choose MB or GB.'],
    ]) {
      await lena.send(`${address}?_method=PUT`, { ...settings, [field]: value })
      assert.include(lena.text, why, `${field} ${value}`)
      assert.include(lena.html, `href="#field-${field}"`)
    }
    assert.lengthOf(await done('folder.configured'), 0)
  })

  test('without a tree the page says who opens one', async ({ assert }) => {
    await theCast()
    const olga = await PlainBrowser.signIn('olga')
    await olga.open('/liaison/folders')
    assert.include(olga.text, 'Your organization has no folder tree yet.')
  })

  test('templates are kept, used, changed and deleted', async ({ assert }) => {
    const { srr, root } = await theCast()
    const lena = await PlainBrowser.signIn('lena')
    await lena.open(`/liaison/folders/templates/new?folder=${root.id}`)
    assert.include(lena.html, 'SRR\n  Incoming</textarea>')
    await lena.send('/liaison/folders/templates', { name: 'Program', hierarchy: 'A\n   B\nC:' })
    assert.include(lena.text, 'Line 2: Indent by two blanks')
    assert.include(lena.text, 'Line 3: A folder cannot be called “C:”')
    await lena.send('/liaison/folders/templates', { name: 'Program', hierarchy: 'In\n  Done\nOut' })
    assert.include(lena.text, 'Kept the template Program.')
    await lena.send('/liaison/folders/templates', { name: 'PROGRAM', hierarchy: 'In' })
    assert.include(lena.text, 'Another template is called “PROGRAM”')

    const id = /templates\/([0-9a-f-]{36})\/edit/.exec(
      (await lena.open('/liaison/folders/templates')) && lena.html
    )![1]
    await lena.open(`/liaison/folders/${srr.id}/hierarchies/new?template=${id}`)
    assert.include(lena.html, 'In\n  Done\nOut</textarea>')
    await lena.open(`/liaison/folders/templates/${id}/edit`)
    await lena.send(`/liaison/folders/templates/${id}?_method=PUT`, {
      name: 'Program 2',
      hierarchy: 'In',
      organization_id: 'x',
    })
    assert.include(lena.text, 'Saved the template Program 2.')

    const { opm } = { opm: await PlainBrowser.signIn('olga') }
    for (const path of ['edit', 'deletions/new']) {
      assert.equal((await opm.open(`/liaison/folders/templates/${id}/${path}`)).status, 404)
    }
    await opm.open('/home')
    assert.equal((await opm.send(`/liaison/folders/templates/${id}/deletions`)).status, 404)

    await lena.open(`/liaison/folders/templates/${id}/deletions/new`)
    await lena.send(`/liaison/folders/templates/${id}/deletions`)
    assert.include(lena.text, 'Deleted the template Program 2.')
    await lena.send(`/liaison/folders/templates/${id}/deletions`)
    assert.include(lena.text, 'Page not found')
    const events = await AuditEntry.query()
      .where('event', 'like', 'folder_template.%')
      .orderBy('id')
    assert.deepEqual(
      events.map(({ event }) => event.split('.')[1]),
      ['created', 'changed', 'deleted']
    )
  })

  test('several folders are previewed, then made', async ({ assert }) => {
    const { srr } = await theCast()
    const lena = await PlainBrowser.signIn('lena')
    const address = `/liaison/folders/${srr.id}/hierarchies`
    await lena.open(`${address}/new`)
    await lena.send(`${address}/new`, { hierarchy: '' })
    assert.include(lena.text, 'Write at least one folder.')
    await lena.send(`${address}/new`, { hierarchy: 'Incoming\nNew\n  Deep\nBad?' })
    assert.include(lena.text, '1 line must be mended.')
    assert.notInclude(lena.html, 'Make 2 folders')
    await lena.send(address, { hierarchy: 'Incoming\nNew\n  Deep\nBad?' })
    assert.include(lena.text, '1 line must be mended.')
    assert.isNull(await Folder.findBy('name', 'New'))

    await lena.send(`${address}/new`, { hierarchy: 'Incoming\nNew\n  Deep' })
    assert.include(lena.text, 'already there')
    assert.include(lena.html, 'Make 2 folders')
    assert.isNull(await Folder.findBy('name', 'New'))
    await lena.send(address, { hierarchy: 'Incoming\nNew\n  Deep' })
    assert.include(lena.text, 'Made 2 folders.')
    await lena.open('/home')
    await lena.send(address, { hierarchy: 'Incoming\nNew\n  Deep' })
    assert.include(lena.text, 'All of these folders were there already.')
    assert.lengthOf(await Folder.query().where('name', 'New'), 1)
  })
})

test.group('Somebody else’s folders', (group) => {
  group.each.setup(undone)

  const pages = (id: string) =>
    [
      '',
      '/folders/new',
      '/hierarchies/new',
      '/name',
      '/settings',
      '/moves/new',
      '/deletions/new',
    ].map((page) => `/liaison/folders/${id}${page}`)
  const forms = (id: string): [string, Record<string, string>][] =>
    [
      ['folders', { name: 'X' }],
      ['hierarchies', { hierarchy: 'X' }],
      ['hierarchies/new', { hierarchy: 'X' }],
      ['name?_method=PUT', { name: 'X' }],
      ['settings?_method=PUT', { quota_unit: 'MB', description: 'X' }],
      ['moves', { to: id }],
      ['deletions', {}],
    ].map(([form, fields]) => [`/liaison/folders/${id}/${form}`, fields as Record<string, string>])

  test('another agency’s liaison finds nothing, and it is on record', async ({ assert }) => {
    const { incoming, olga } = await theCast()
    const browser = await PlainBrowser.signIn('olga')
    for (const page of pages(incoming.id)) {
      assert.equal((await browser.open(page)).status, 404, page)
    }
    for (const [form, fields] of forms(incoming.id)) {
      await browser.open('/home')
      assert.equal((await browser.send(form, fields)).status, 404, form)
    }
    const before = incoming.toJSON()
    await incoming.refresh()
    assert.deepEqual(incoming.toJSON(), { ...incoming.toJSON(), ...before })
    assert.isNull(await Folder.findBy('name', 'X'))
    const refused = await AuditEntry.query().where({ actorId: olga.id, outcome: 'refused' })
    assert.isAtLeast(refused.length, pages(incoming.id).length + forms(incoming.id).length)
  })

  test('who is no liaison is told so, before anything is looked for', async ({ assert }) => {
    const { incoming, otto } = await theCast()
    await FolderSubscription.start(theService, incoming, otto, 'manager')
    for (const who of ['ada', 'otto']) {
      const browser = await PlainBrowser.signIn(who)
      for (const page of [...pages(incoming.id), '/liaison/folders', '/liaison/folders/deleted']) {
        assert.equal((await browser.open(page)).status, 403, page)
      }
      for (const [form, fields] of forms(incoming.id)) {
        await browser.open('/home')
        assert.equal((await browser.send(form, fields)).status, 403, form)
      }
    }
    await incoming.refresh()
    assert.equal(incoming.name, 'Incoming')
    assert.isFalse(incoming.isDeleted)
  })

  test('homes are not part of the tree, not even for the liaison', async ({ assert }) => {
    const { adasHome } = await theCast()
    const lena = await PlainBrowser.signIn('lena')
    for (const page of pages(adasHome.id)) {
      assert.equal((await lena.open(page)).status, 404, page)
    }
    for (const [form, fields] of forms(adasHome.id)) {
      await lena.open('/home')
      assert.equal((await lena.send(form, fields)).status, 404, form)
    }
  })

  test('the top of the tree is neither renamed, moved nor deleted', async ({ assert }) => {
    const { root, srr } = await theCast()
    const lena = await PlainBrowser.signIn('lena')
    await lena.open('/liaison/folders')
    assert.notInclude(lena.html, '>Rename<')
    for (const [form, fields] of [
      ['name?_method=PUT', { name: 'X' }],
      ['moves', { to: srr.id }],
      ['deletions', {}],
    ] as const) {
      await lena.open('/home')
      assert.equal((await lena.send(`/liaison/folders/${root.id}/${form}`, fields)).status, 403)
      assert.include(lena.text, 'cannot be renamed, moved or deleted')
    }
    await root.refresh()
    assert.include(root.toJSON(), { name: 'DOL', parentId: null, deletionId: null })
  })
})
