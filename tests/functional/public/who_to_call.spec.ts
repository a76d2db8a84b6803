import { enterAbsence } from '#app/support/escalation/absence_keeping'
import { day, now } from '#app/shared/clock'
import Program from '#app/support/records/program'
import { person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { entry, srr } from '#tests/support/escalation'
import { publishedSrr } from '#tests/support/escalation_world'
import { PlainBrowser } from '#tests/support/plain_browser'
import { test } from '@japa/runner'

const sunday = { on: '2026-11-29', at: '22:10' }

test.group('Who do I call right now?', (group) => {
  group.each.setup(undone)

  test('answers a visitor for a program, a severity and a moment', async ({ client }) => {
    const { lena } = await theCast()
    const { id: program } = await publishedSrr(lena)
    const ask = (more: object) => client.get('/who-to-call').qs({ program, ...more })
    const problem = await ask({ severity: 'problem', on: '2026-12-01', at: '10:00' })
    problem.assertStatus(200)
    problem.assertTextIncludes('Tuesday, December 1, 2026, 10:00 AM EST')
    problem.assertTextIncludes('Call the DOL Service Desk at <a href="tel:8602636000">860-263-6000, option 2</a>.')
    problem.assertTextIncludes('If nobody answers within 15 minutes, call Lena Long at')
    const incident = await ask({ severity: 'incident', ...sunday })
    incident.assertTextIncludes('Call Nia Novak at <a href="tel:8602636290">860-263-6290</a>.')
    const night = await ask({ severity: 'problem', ...sunday })
    night.assertTextIncludes('Lena Long can be reached again from Monday, 7:00 AM EST on.')
  })

  test('is never empty: without a program, and with one that nobody knows', async ({ client }) => {
    const { lena } = await theCast()
    const draft = (await Program.create({ organizationId: lena.organizationId, name: 'X', nameKey: 'x' })).id
    for (const program of [undefined, draft, 'nonsense', '%00']) {
      const response = await client.get('/who-to-call').qs({ program, severity: 'x' })
      response.assertStatus(200)
      response.assertTextIncludes('Call the Waybill help desk at')
      if (program) response.assertTextIncludes('There is no such program here. Choose one of the list.')
    }
  })

  test('an agency that has no program yet is answered with its own help desk', async ({ client }) => {
    const { opm } = await theCast()
    await opm.merge({ helpDeskName: 'OPM Help Desk', helpDeskPhone: '555-0219', helpDeskHours: '24/7' }).save()
    const response = await client.get('/who-to-call').qs({ agency: opm.id })
    response.assertTextIncludes('Call the OPM Help Desk at')
    response.assertTextIncludes('If nobody answers within 15 minutes, call the Waybill help desk at')
  })

  test('an hour that clocks leave out is refused with a sentence, and what was typed stays', async ({
    client,
  }) => {
    await theCast()
    const ask = (moment: object) => client.get('/who-to-call').qs({ severity: 'problem', ...moment })
    const gap = await ask({ on: '2026-03-08', at: '02:30' })
    gap.assertTextIncludes('There is no 02:30 on 2026-03-08: clocks are set forward over it.')
    gap.assertTextIncludes('value="2026-03-08"')
    gap.assertTextIncludes('Call the Waybill help desk at')
    const never = await ask({ on: '2026-02-30', at: '10:00' })
    never.assertTextIncludes('There is no such day.')
    const half = await ask({ on: '2026-03-08' })
    half.assertTextIncludes('Say at what time on this day, like 14:30.')
  })

  test('tells each what is for them: a visitor, who has signed in, the staff', async ({
    client,
    assert,
  }) => {
    const { lena, ada, olga } = await theCast()
    const hidden = { phone: 'staff', name: 'staff' } as const
    const entries = [
      entry('nia', 'contact', { name: 'Nia Novak', phone: '860-555-0001' }, hidden),
      entry('lena', 'administrator', { name: 'Lena Long', phone: '860-555-0002' }, { phone: 'signed_in' }),
      entry('desk', 'desk', { name: 'DOL Service Desk', phone: '860-555-0003', hours: 'always' }),
      ...['nia', 'lena', 'desk'].map((primary) =>
        entry(`for ${primary}`, 'level', { severity: 'question', primary, waitMinutes: '5' })
      ),
    ]
    const { id: program } = await publishedSrr(lena, entries)
    const first = async (reader?: typeof lena) => {
      const request = client.get('/who-to-call/text').qs({ program })
      const response = await (reader ? request.loginAs(await signedIn(reader)) : request)
      return response.text()
    }
    assert.match(await first(), /^Call the DOL Service Desk at 860-555-0003\.\n/)
    assert.notMatch(await first(), /Nia|0001|0002/)
    assert.match(await first(ada), /^Call Lena Long at 860-555-0002\.\n/)
    assert.match(await first(olga), /^Call Lena Long at 860-555-0002\.\n/)
    assert.match(await first(lena), /^Call Nia Novak at 860-555-0001\.\n/)

    await ada.merge({ mustChangePassword: true }).save()
    assert.match(await first(ada), /^Call the DOL Service Desk/)
  })

  test('a program that is for the staff alone is in no list of others', async ({ client, assert }) => {
    const { lena, ada } = await theCast()
    const entries = srr.map((one) => ({
      ...one,
      fields: Object.fromEntries(
        Object.entries(one.fields).map(([name, { value }]) => [name, { value, audience: 'staff' as const }])
      ),
    }))
    const { id: program } = await publishedSrr(lena, entries, 'Secret program')
    for (const reader of [undefined, ada]) {
      const request = client.get('/who-to-call').qs({ program })
      const response = await (reader ? request.loginAs(await signedIn(reader)) : request)
      assert.notInclude(response.text(), 'Secret program')
      assert.notInclude(response.text(), 'Nia Novak')
    }
    const own = await client.get('/who-to-call').loginAs(await signedIn(lena))
    own.assertTextIncludes('Secret program, Department of Labor')
  })

  test('who is absent, or has no account any more, is not called', async ({ client, assert }) => {
    const { lena, ada } = await theCast()
    const entries = [
      entry('ada', 'owner', { name: 'Ada Adams', phone: '555-0001', email: 'ADA@example.gov' }),
      entry('lena', 'administrator', { name: 'Lena Long', phone: '555-0002', username: 'lena' }),
      entry('one', 'level', { severity: 'question', primary: 'ada', alternate: 'lena', waitMinutes: '5' }),
    ]
    const { id: program } = await publishedSrr(lena, entries)
    const text = async () => (await client.get('/who-to-call/text').qs({ program })).text()
    assert.match(await text(), /^Call Ada Adams/)

    await enterAbsence(lena, { person: 'ada@example.gov', from: now() - day, until: now() + day })
    assert.match(await text(), /^Call Lena Long/)
    await ada.merge({ deactivatedAt: now() }).save()
    await lena.merge({ endsAt: now() - 1 }).save()
    assert.match(await text(), /^Call the Waybill help desk/)
    const page = await client.get('/who-to-call').qs({ program })
    page.assertTextIncludes('Lena Long cannot be reached at that time.')
  })

  test('as text it is one sentence a line, and says what was asked wrongly', async ({
    client,
    assert,
  }) => {
    const { lena } = await theCast()
    const { id: program } = await publishedSrr(lena)
    const asked = { program, severity: 'problem', on: '2026-12-04', at: '18:45' }
    const response = await client.get('/who-to-call/text').qs(asked)
    response.assertStatus(200)
    response.assertHeader('content-type', 'text/plain; charset=utf-8')
    assert.deepEqual(response.text().split('\n'), [
      'Call Lena Long at 860-263-6281.',
      'If nobody answers within 30 minutes, call the Phoenix Desk at 602-555-0100.',
      'If nobody answers within 20 minutes, call the Waybill help desk at 860-622-2300, option 9.',
      '',
    ])
    const wrong = await client.get('/who-to-call/text').qs({ ...asked, at: '25:00' })
    wrong.assertStatus(422)
    assert.match(wrong.text(), /^There is no such hour\. Write it like 14:30\.\nCall /)
  })

  test('is led to from Sign In, and opens with one’s own agency', async ({ client, assert }) => {
    const { lena } = await theCast()
    await publishedSrr(lena)
    const page = await client.get('/sign-in')
    page.assertTextIncludes('<a href="/who-to-call">Who do I call right now?</a>')
    const ada = await PlainBrowser.signIn('ada')
    await ada.open('/who-to-call')
    assert.include(ada.text, 'SRR, Department of Labor: problem')
  })

  test('stands on Help for the own agency’s programs, and at a person’s for the help desk', async ({
    assert,
  }) => {
    const { lena, ada, opm } = await theCast()
    await publishedSrr(lena, [
      entry('desk', 'desk', { name: 'Night Desk', phone: '555-0101', hours: 'always' }),
      entry('one', 'level', { severity: 'problem', primary: 'desk', waitMinutes: '5' }),
    ])
    await person(opm, 'hella', 'Hella Hart', 'help_desk')
    const [own, foreign, helper] = [
      await PlainBrowser.signIn('ada'),
      await PlainBrowser.signIn('otto'),
      await PlainBrowser.signIn('hella'),
    ]
    await own.open('/help')
    assert.include(own.text, 'Call the Night Desk at 555-0101.')
    await foreign.open('/help')
    assert.notInclude(foreign.text, 'Night Desk')
    assert.include(foreign.text, 'Call the Waybill help desk at')
    await helper.open(`/help-desk/accounts/${ada.id}`)
    assert.include(helper.text, 'Call the Night Desk at 555-0101.')
  })

  test('a quick reference leads to it', async ({ client }) => {
    const { lena } = await theCast()
    const { id } = await publishedSrr(lena)
    const page = await client.get(`/quick-references/${id}`)
    page.assertTextIncludes(`href="/who-to-call?program=${id}"`)
  })
})
