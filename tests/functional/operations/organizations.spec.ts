import AuditEntry from '#app/audit/audit_entry'
import ApplicationSubscription from '#app/enrollment/application_subscription'
import Folder from '#app/folders/folder'
import Organization from '#app/organizations/organization'
import { password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { PlainBrowser } from '#tests/support/plain_browser'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const list = '/operations/organizations'
const weather = {
  name: 'Weather Office',
  short_name: 'WX',
  kind: 'agency',
  phone: '860-555-0500',
  help_desk_name: 'Weather Desk',
  help_desk_phone: '860-555-0509',
  help_desk_hours: '8 to 5',
}

async function operating() {
  const cast = await theCast()
  const olive = await anOperator()
  const browser = await PlainBrowser.signIn('olive')
  return { ...cast, olive, browser }
}

test.group('Organizations, for the operator', (group) => {
  group.each.setup(undone)

  test('an agency is enrolled with its folders and its way into the service', async ({
    assert,
  }) => {
    const { browser, olive } = await operating()
    await browser.open(`${list}/create`)
    await browser.send(list, weather)
    assert.include(browser.text, 'Weather Office is enrolled. Now appoint its primary liaison.')
    assert.include(browser.text, 'Weather Desk, 860-555-0509, 8 to 5')
    assert.include(browser.text, 'Nobody speaks for this agency yet')

    const organization = await Organization.findByOrFail('shortName', 'WX')
    const root = await Folder.findByOrFail('organizationId', organization.id)
    assert.include(root.$attributes, { name: 'WX', parentId: null, ownerId: null })
    const use = await ApplicationSubscription.findByOrFail('organizationId', organization.id)
    assert.equal(use.approvedBy, olive.id)
    const entries = await AuditEntry.query().where('organizationId', organization.id).orderBy('id')
    assert.sameMembers(
      entries.map(({ event, actorId }) => [event, actorId].join()),
      ['organization.created', 'application.subscribed', 'folder.created'].map((event) =>
        [event, olive.id].join()
      )
    )
  })

  test('a partner is enrolled without folders', async ({ assert }) => {
    const { browser } = await operating()
    await browser.open(`${list}/create`)
    await browser.send(list, { ...weather, kind: 'partner' })
    const organization = await Organization.findByOrFail('shortName', 'WX')
    assert.isNull(await Folder.findBy('organizationId', organization.id))
    assert.notInclude(browser.text, 'SFT Liaisons')
  })

  test('what must be mended is said beside the field, and what was typed is kept: {field}')
    .with([
      { field: 'name', value: '', says: 'Say what the organization is called.' },
      { field: 'name', value: 'x'.repeat(201), says: 'Use at most 200 characters.' },
      { field: 'short_name', value: 'A/B', says: 'letters, digits and hyphens only' },
      { field: 'short_name', value: '-DOL', says: 'letters, digits and hyphens only' },
      { field: 'short_name', value: 'dol', says: 'Department of Labor is called DOL already.' },
      { field: 'short_name', value: 'Con', says: 'Windows keeps the name Con for itself.' },
      { field: 'kind', value: 'county', says: 'Choose agency or partner.' },
      { field: 'phone', value: '1\u0000', says: 'Use letters, digits and signs only.' },
    ])
    .run(async ({ assert }, { field, value, says }) => {
      await theCast()
      await anOperator()
      const visitor = new Visitor()
      await visitor.signIn('olive', password)
      await visitor.open(`${list}/create`)
      await visitor.submit(list, { ...weather, [field]: value }, `${list}/create`)
      await visitor.open(visitor.location!)
      assert.include(visitor.page, says)
      assert.include(visitor.page, 'value="860-555-0509"')
      assert.isNull(await Organization.findBy('name', weather.name))
      assert.lengthOf(await Folder.query().where('name', 'WX'), 0)
    })

  test('only what the form has is changed, and the trail says what', async ({ assert }) => {
    const { browser, dol } = await operating()
    await browser.open(`${list}/${dol.id}/edit`)
    await browser.send(`${list}/${dol.id}?_method=PUT`, {
      ...weather,
      kind: 'partner',
      shortName: 'X',
      suspended_at: '1',
      suspendedAt: '1',
      id: '1',
      published_email: 'x@example.gov',
    })
    assert.include(browser.text, 'Saved.')
    const after = await Organization.findOrFail(dol.id)
    assert.include(after.$attributes, {
      ...{ name: 'Weather Office', nameKey: 'weather office', kind: 'agency', shortName: 'DOL' },
      ...{ suspendedAt: null, publishedEmail: null },
    })
    const entry = await AuditEntry.findByOrFail('event', 'organization.edited')
    assert.include(entry.details.changes, 'name from “Department of Labor” to “Weather Office”')
    assert.include(entry.details.changes, 'help desk hours from nothing to “8 to 5”')
    assert.notMatch(entry.details.changes, /key|suspended|kind/i)

    await browser.open(`${list}/${dol.id}/edit`)
    await browser.send(`${list}/${dol.id}?_method=PUT`, weather)
    assert.include(browser.text, 'Nothing was different')
    assert.lengthOf(await AuditEntry.query().where('event', 'organization.edited'), 1)
  })

  test('the list finds by name, short name, kind and status', async ({ assert }) => {
    const { browser, dol, opm, lena } = await operating()
    await person(dol, 'luis', 'Luis Lopez', 'liaison')
    await opm.merge({ suspendedAt: Date.now(), suspendedBecause: 'x' }).save()
    await browser.open(list)
    assert.include(browser.text, lena.fullName)
    assert.include(browser.text, 'Suspended since')
    for (const [query, finds] of [
      ['search=LABOR', true],
      ['search=dol', true],
      ['search=lab+dep', true],
      ['search=%25', false],
      ['search=_', false],
      ['kind=partner', false],
      ['standing=active', true],
      ['standing=suspended', false],
      ['standing=without_alternate', false],
      ['standing=without_liaison', false],
      ['standing=nonsense&kind[]=x&search[]=y&after=zzz', true],
    ] as const) {
      await browser.open(`${list}?${query}`)
      assert.equal(browser.text.includes('Department of Labor'), finds, query)
    }
  })

  test('a long list has pages, none of which leaves anybody out', async ({ assert }) => {
    const { browser, olive } = await operating()
    for (let at = 0; at < 120; at++) {
      const name = at % 3 ? `Zoo ${at}` : 'Zoo of the same name'
      await Organization.enrol(olive, { kind: 'agency', name, shortName: `Z${at}` })
    }
    const seen = new Set<string>()
    for (let next: string | undefined = '?search=zoo'; next !== undefined;) {
      await browser.open(`${list}${next}`)
      for (const [, id] of browser.html.matchAll(/organizations\/([0-9a-f-]{36})"/g)) seen.add(id)
      next = /href="([^"]+)" rel="next"/.exec(browser.html)?.[1].replaceAll('&amp;', '&')
    }
    assert.lengthOf([...seen], 120)
    await browser.open(`${list}?search=zoo&at=last`)
    assert.include(browser.text, 'Previous page')
  })

  test('the overview counts what should be looked at', async ({ assert }) => {
    const { browser, opm } = await operating()
    await opm.merge({ suspendedAt: Date.now() }).save()
    await browser.open('/operations')
    assert.match(browser.text, /Organizations 3 /)
    assert.match(browser.text, /Agencies without an alternate liaison 2 /)
    assert.match(browser.text, /Suspended organizations 1 /)
  })

  test('nobody else opens or does anything of it: {$self}')
    .with(['ada', 'lena', 'otto'] as const)
    .run(async ({ assert }, name) => {
      const { dol, lena } = await theCast()
      const visitor = new Visitor()
      await visitor.signIn(name, password)
      for (const path of [
        ...['/operations', list, `${list}/create`, `${list}/${dol.id}`, `${list}/${dol.id}/edit`],
        `${list}/${dol.id}/suspensions/create`,
        `${list}/${dol.id}/contact`,
        `${list}/${dol.id}/liaisons/create`,
        `${list}/${dol.id}/liaisons/${lena.id}/dismissals/create`,
      ]) {
        assert.equal((await visitor.open(path)).status, 403, path)
      }
      await visitor.open('/home')
      for (const [path, fields] of [
        [list, weather],
        [`${list}/${dol.id}?_method=PUT`, weather],
        [`${list}/${dol.id}/suspensions`, { because: 'x' }],
        [`${list}/${dol.id}/reinstatements`, { because: 'x' }],
        [`${list}/${dol.id}/contact?_method=PUT`, { published_phone: '1' }],
        [`${list}/${dol.id}/liaisons`, { person: 'ada', rank: '2' }],
        [`${list}/${dol.id}/liaisons/${lena.id}/promotions`, {}],
        [`${list}/${dol.id}/liaisons/${lena.id}/dismissals`, {}],
      ] as const) {
        assert.equal((await visitor.submit(path, fields)).status, 403, path)
      }
      const entries = await AuditEntry.query().where('event', 'action.refused')
      assert.isAtLeast(entries.length, 17)
      const done = await AuditEntry.query()
        .whereLike('event', 'organization.%')
        .whereNotNull('actorId')
      assert.deepEqual(done, [])
    })
})
