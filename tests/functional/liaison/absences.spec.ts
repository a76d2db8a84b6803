import type Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { describe } from '#app/audit/describe'
import { day, now } from '#app/shared/clock'
import Absence from '#app/support/escalation/absence'
import { cancelAbsence, enterAbsence } from '#app/support/escalation/absence_keeping'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { publishedSrr } from '#tests/support/escalation_world'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'

const zone = 'America/New_York'
const ahead = (days: number) => DateTime.now().setZone(zone).plus({ days }).toISODate()!

const typed = (more = {}) => ({
  ...{ person: 'lena long', from_on: ahead(10), from_at: '', until_on: ahead(12), until_at: '' },
  ...more,
})

const send = async (
  client: ApiClient,
  account: Account,
  form: object,
  path = '/liaison/absences'
) =>
  client
    .post(path)
    .form(form)
    .loginAs(await signedIn(account))
    .withCsrfToken()
    .redirects(0)

const happened = () => AuditEntry.query().where('event', 'like', 'absence.%').orderBy('id')

test.group('Absences', (group) => {
  group.each.setup(undone)

  test('the liaison enters one from the people of the records, by whole days', async ({
    client,
    assert,
  }) => {
    const { lena, dol, opm } = await theCast()
    await publishedSrr(lena)
    const form = await client.get('/liaison/absences/create').loginAs(await signedIn(lena))
    for (const name of ['Lena Long', 'Ada Adams', 'Nia Novak']) form.assertTextIncludes(name)
    assert.notInclude(form.text(), 'DOL Service Desk')

    const added = { organization_id: opm.id, organizationId: opm.id, created_by: opm.id, name: 'X' }
    const done = await send(client, lena, typed(added))
    done.assertHeader('location', '/liaison/absences')
    const [absence, ...others] = await Absence.all()
    assert.lengthOf(others, 0)
    assert.equal(absence.organizationId, dol.id)
    assert.equal(absence.createdBy, lena.id)
    assert.equal(absence.name, 'Lena Long')
    const end = DateTime.fromISO(ahead(13), { zone }).startOf('day')
    assert.equal(absence.fromAt, DateTime.fromISO(ahead(10), { zone }).startOf('day').toMillis())
    assert.equal(absence.untilAt, end.toMillis())

    const [told] = await happened()
    assert.equal(told.organizationId, dol.id)
    assert.match(
      describe(told),
      /^Lena Long \(lena\) entered that Lena Long is absent from \w+ \d+, \d+ until/
    )
    assert.lengthOf(await Message.all(), 0)
    const list = await client.get('/liaison/absences').loginAs(await signedIn(lena))
    list.assertTextIncludes('Nobody is entered as absent now.')
    list.assertTextIncludes('Cancel the absence of Lena Long')
  })

  test('what cannot be is said at its field, and nothing is entered', async ({
    client,
    assert,
  }) => {
    const { lena } = await theCast()
    await publishedSrr(lena)
    const wrong: [string, object][] = [
      ['person', { person: '' }],
      ['person', { person: 'otto orr' }],
      ['from_on', { from_on: '' }],
      ['from_on', { from_on: '2027-02-30' }],
      ['from_at', { from_on: '2027-03-14', from_at: '02:30', until_on: '2027-03-15' }],
      ['from_at', { from_at: '25:00' }],
      ['until_on', { until_on: '' }],
      ['until_on', { until_on: ahead(9) }],
      ['until_on', { from_on: ahead(-9), until_on: ahead(-8) }],
      ['until_on', { until_on: ahead(600) }],
      ['person', { 'person': '', 'person[]': 'lena long' }],
    ]
    for (const [field, more] of wrong) {
      const response = await send(client, lena, typed(more))
      const problems = response.flashMessages().inputErrorsBag as object
      assert.deepEqual(Object.keys(problems ?? {}), [field], JSON.stringify(more))
    }
    assert.lengthOf(await Absence.all(), 0)
    assert.lengthOf(await happened(), 0)
  })

  test('a second time the same is a problem, not a second entry', async ({ client, assert }) => {
    const { lena } = await theCast()
    await publishedSrr(lena)
    await send(client, lena, typed())
    const again = await send(client, lena, typed())
    const { from_on: sentences } = again.flashMessages().inputErrorsBag as Record<string, string[]>
    assert.match(
      sentences[0],
      /^Lena Long is entered as absent from .+ already\. Cancel that first\.$/
    )
    assert.lengthOf(await Absence.all(), 1)
    assert.lengthOf(await happened(), 1)
  })

  test('cancelled it is cancelled once, and what is over cannot be', async ({ client, assert }) => {
    const { lena } = await theCast()
    await publishedSrr(lena)
    await send(client, lena, typed())
    const absence = await Absence.firstOrFail()
    const path = `/liaison/absences/${absence.id}/cancellations`
    const done = await send(client, lena, {}, path)
    done.assertFlashMessage('done', 'Lena Long counts as present again.')
    const again = await send(client, lena, {}, path)
    again.assertFlashMessage('notice', 'This absence is over or was cancelled before.')
    await absence.refresh()
    assert.equal(absence.cancelledBy, lena.id)
    assert.deepEqual(
      (await happened()).map(({ event }) => event),
      ['absence.entered', 'absence.cancelled']
    )
    await absence.merge({ cancelledAt: null, fromAt: now() - 2 * day, untilAt: now() }).save()
    assert.isFalse(await cancelAbsence(lena, absence))
    const list = await client.get('/liaison/absences').loginAs(await signedIn(lena))
    list.assertTextIncludes('Over')
  })

  test('others enter and cancel nothing; another agency’s does not exist', async ({
    client,
    assert,
  }) => {
    const { lena, ada, otto, olga } = await theCast()
    await publishedSrr(lena)
    const times = { from: now(), until: now() + day }
    const absence = (await enterAbsence(lena, { person: 'lena long', ...times })) as Absence
    const path = `/liaison/absences/${absence.id}/cancellations`
    for (const [stranger, status] of [
      [ada, 403],
      [otto, 403],
    ] as const) {
      for (const address of ['/liaison/absences', path]) {
        const response = await send(client, stranger, typed(), address)
        response.assertStatus(status)
      }
      await assert.rejects(() => enterAbsence(stranger, { person: 'lena long', ...times }))
      await assert.rejects(() => cancelAbsence(stranger, absence))
    }
    const hidden = await send(client, olga, {}, path)
    hidden.assertStatus(404)
    const page = await client.get('/liaison/absences/create').loginAs(await signedIn(olga))
    page.assertTextIncludes('Nobody is named yet.')
    const foreign = await send(client, olga, typed())
    assert.property(foreign.flashMessages().inputErrorsBag, 'person')
    await absence.refresh()
    assert.isNull(absence.cancelledAt)
    assert.lengthOf(await Absence.all(), 1)
  })
})
