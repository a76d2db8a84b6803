import type Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import Holiday from '#app/support/escalation/holiday'
import { addHolidayLines, removeHoliday } from '#app/support/escalation/holiday_keeping'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { publishedSrr } from '#tests/support/escalation_world'
import { anOperator } from '#tests/support/operators'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const send = async (client: ApiClient, account: Account, path: string, form: object = {}) =>
  client
    .post(path)
    .form(form)
    .loginAs(await signedIn(account))
    .withCsrfToken()
    .redirects(0)

const happened = async () =>
  (await AuditEntry.query().where('event', 'like', 'holiday.%').orderBy('id')).map(
    ({ event, subjectName, organizationId }) => ({ event, subjectName, organizationId })
  )

const lines = '2026-11-27 Day after Thanksgiving\n12/24/2026 Christmas Eve'

test.group('Holidays', (group) => {
  group.each.setup(undone)

  test('the liaison adds the agency’s own, once, and removes them', async ({ client, assert }) => {
    const { lena, dol, opm } = await theCast()
    const done = await send(client, lena, '/liaison/holidays', { lines, organization_id: opm.id })
    done.assertHeader('location', '/liaison/holidays?year=2026')
    done.assertFlashMessage('done', 'Added 2 holidays: Day after Thanksgiving, Christmas Eve.')
    const again = await send(client, lena, '/liaison/holidays', { lines })
    again.assertFlashMessage('notice', '2 were there already.')
    const rows = await Holiday.query().orderBy('day')
    assert.deepEqual(
      rows.map(({ day, organizationId, createdBy }) => [day, organizationId, createdBy]),
      [
        ['2026-11-27', dol.id, lena.id],
        ['2026-12-24', dol.id, lena.id],
      ]
    )
    const page = await client.get('/liaison/holidays?year=2026').loginAs(await signedIn(lena))
    page.assertTextIncludes('Friday, November 27, 2026')
    const path = `/liaison/holidays/${rows[0].id}?_method=DELETE`
    const removed = await send(client, lena, path)
    removed.assertFlashMessage('done', 'Removed Day after Thanksgiving, 2026-11-27.')
    const twice = await send(client, lena, path)
    twice.assertStatus(404)
    assert.isFalse(await removeHoliday(lena, dol, rows[0]))
    assert.deepEqual(
      (await happened()).map(({ event, subjectName }) => `${event} ${subjectName}`),
      [
        'holiday.added 2026-11-27 Day after Thanksgiving',
        'holiday.added 2026-12-24 Christmas Eve',
        'holiday.removed 2026-11-27 Day after Thanksgiving',
      ]
    )
  })

  test('one wrong line and none is added; each is named at the field', async ({
    client,
    assert,
  }) => {
    const { lena } = await theCast()
    const wrong = `${lines}\nsome day`
    const response = await send(client, lena, '/liaison/holidays', { lines: wrong })
    response.assertFlashMessage('inputErrorsBag', {
      lines: ['Line 3: it begins with no day. Write it like 2026-12-25 Christmas Day.'],
    })
    response.assertFlashMessage('lines', wrong)
    await send(client, lena, '/liaison/holidays', { lines })
    const clash = await send(client, lena, '/liaison/holidays', { lines: '2026-12-24 Another' })
    clash.assertFlashMessage('inputErrorsBag', {
      lines: ['2026-12-24 is there as Christmas Eve. Remove that one first.'],
    })
    for (const odd of [{}, { 'lines[]': 'x' }, { lines: ' ' }]) {
      const refused = await send(client, lena, '/liaison/holidays', odd)
      assert.property(refused.flashMessages().inputErrorsBag, 'lines')
    }
    assert.lengthOf(await Holiday.all(), 2)
  })

  test('federal ones are ticked; days that are none are not added', async ({ client, assert }) => {
    const { lena } = await theCast()
    const form = { year: '2027', days: ['2027-07-05', '2027-07-06', '2027-12-24'] }
    const done = await send(client, lena, '/liaison/holidays/federal', form)
    done.assertHeader('location', '/liaison/holidays?year=2027')
    done.assertFlashMessage(
      'done',
      'Added 2 holidays: Independence Day (observed), Christmas Day (observed).'
    )
    const none = await send(client, lena, '/liaison/holidays/federal', { year: '2027' })
    none.assertFlashMessage('inputErrorsBag', { days: ['Tick at least one day.'] })
    const page = await client.get('/liaison/holidays?year=2027').loginAs(await signedIn(lena))
    assert.notInclude(page.text(), 'value="2027-07-05"')
    assert.include(page.text(), 'value="2027-05-31"')
    assert.lengthOf(await Holiday.all(), 2)
  })

  test('a year that is none shows this one', async ({ client }) => {
    const { lena } = await theCast()
    for (const year of ['x', '1999', '20260']) {
      const page = await client
        .get('/liaison/holidays')
        .qs({ year })
        .loginAs(await signedIn(lena))
      page.assertStatus(200)
      page.assertTextIncludes('Holidays of 20')
    }
  })

  test('others add and remove nothing; another agency’s does not exist', async ({
    client,
    assert,
  }) => {
    const { lena, ada, otto, olga, dol } = await theCast()
    const olive = await anOperator()
    await addHolidayLines(lena, dol, lines)
    await addHolidayLines(olive, null, '2026-12-25 Christmas Day')
    const before = await happened()
    const [own] = await Holiday.query().where('organizationId', dol.id)
    const [ofAll] = await Holiday.query().whereNull('organizationId')
    const remove = (door: string, { id }: Holiday) => `/${door}/holidays/${id}?_method=DELETE`
    const refused: [Account, string, number][] = [
      [ada, '/liaison/holidays', 403],
      [otto, '/liaison/holidays', 403],
      [ada, remove('liaison', own), 403],
      [olga, remove('liaison', own), 404],
      [lena, remove('liaison', ofAll), 404],
      [olive, remove('operations', own), 404],
      [lena, '/operations/holidays', 403],
      [lena, '/operations/holidays/federal', 403],
      [lena, remove('operations', ofAll), 403],
    ]
    for (const [who, path, status] of refused) {
      const response = await send(client, who, path, { lines: '2026-01-02 Mine', year: '2026' })
      assert.equal(response.status(), status, `${who.username} ${path}`)
    }
    await assert.rejects(() => addHolidayLines(lena, null, lines))
    await assert.rejects(() => addHolidayLines(olga, dol, lines))
    await assert.rejects(() => addHolidayLines(olive, dol, lines))
    assert.lengthOf(await Holiday.all(), 3)
    assert.deepEqual(await happened(), before)
  })

  test('those of all are observed by every agency, an agency’s own by itself alone', async ({
    client,
    assert,
  }) => {
    const { lena, olga } = await theCast()
    const olive = await anOperator()
    const christmas = '2026-12-25 Christmas Day'
    const done = await send(client, olive, '/operations/holidays', { lines: christmas })
    done.assertFlashMessage('done', 'Added Christmas Day.')
    await send(client, lena, '/liaison/holidays', { lines })
    const programs = [(await publishedSrr(lena)).id, (await publishedSrr(olga)).id]
    const first = async (program: string, on: string) => {
      const asked = { program, severity: 'question', on, at: '10:00' }
      const response = await client.get('/who-to-call/text').qs(asked)
      return response.text().split(' at ')[0]
    }
    assert.deepEqual(await Promise.all(programs.map((program) => first(program, '2026-12-25'))), [
      'Call the Waybill help desk',
      'Call the Waybill help desk',
    ])
    assert.deepEqual(await Promise.all(programs.map((program) => first(program, '2026-12-24'))), [
      'Call the Waybill help desk',
      'Call the DOL Service Desk',
    ])
    const page = await client.get('/liaison/holidays?year=2026').loginAs(await signedIn(lena))
    page.assertTextIncludes('Christmas Day: Friday, December 25, 2026')
  })
})
