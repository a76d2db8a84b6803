import { day, dayOf, hour, minute } from '#app/shared/clock'
import Holiday from '#app/support/escalation/holiday'
import { answer } from '#app/support/requests/help_request_answering'
import { remindOfHelpRequests } from '#app/support/requests/help_request_clock'
import HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { dueAfter, workingDaysLater } from '#app/support/requests/urgency'
import AuditEntry from '#app/audit/audit_entry'
import { now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anAlternate, anAsked } from '#tests/support/help_requests'
import { theHelpDesk } from '#tests/support/help_desk'
import { promised, written } from '#tests/support/mails'
import { anOperator } from '#tests/support/operators'
import { test } from '@japa/runner'

const at = (text: string) => Date.parse(text)

/** What was promised since. */
async function news(before: string[]) {
  const all = await promised()
  return all.slice(before.length)
}

async function allThere() {
  const cast = await theCast()
  const luis = await anAlternate(cast.dol)
  return { ...cast, luis, hank: await theHelpDesk(), olive: await anOperator() }
}

test.group('How long a call for help may wait', () => {
  test('{urgency} of {since}: reminded {remind}, passed on {pass}')
    .with(
      [
        /** A Thursday; times are of New York, where daylight saving time ends on November 1 and begins on March 14. */
        ['incident', '2026-10-29T14:00-04:00', '2026-10-29T18:00-04:00', '2026-10-29T22:00-04:00'],
        ['incident', '2026-10-31T23:00-04:00', '2026-11-01T02:00-05:00', '2026-11-01T06:00-05:00'],
        ['problem', '2026-10-29T14:00-04:00', '2026-10-30T14:00-04:00', '2026-11-02T14:00-05:00'],
        ['problem', '2026-10-30T16:30-04:00', '2026-11-02T16:30-05:00', '2026-11-03T16:30-05:00'],
        ['problem', '2026-10-31T10:00-04:00', '2026-11-03T00:00-05:00', '2026-11-04T00:00-05:00'],
        ['problem', '2026-11-01T23:59-05:00', '2026-11-03T00:00-05:00', '2026-11-04T00:00-05:00'],
        ['question', '2026-10-28T09:00-04:00', '2026-10-30T09:00-04:00', '2026-11-03T09:00-05:00'],
        ['question', '2026-10-29T09:00-04:00', '2026-11-02T09:00-05:00', '2026-11-04T09:00-05:00'],
        ['question', '2027-03-12T09:00-05:00', '2027-03-16T09:00-04:00', '2027-03-18T09:00-04:00'],
      ].map(([urgency, since, remind, pass]) => ({ urgency, since, remind, pass }))
    )
    .run(({ assert }, { urgency, since, remind, pass }) => {
      const iso = (ms: number) => new Date(ms).toISOString()
      assert.equal(iso(dueAfter(urgency as 'problem', at(since), 1)), iso(at(remind)))
      assert.equal(iso(dueAfter(urgency as 'problem', at(since), 2)), iso(at(pass)))
    })

  test('holidays are no working days', ({ assert }) => {
    const holidays = new Map([
      ['2026-11-26', 'Thanksgiving'],
      ['2026-11-27', 'The day after'],
    ])
    const due = (since: string, times: 1 | 2) => dueAfter('problem', at(since), times, holidays)
    assert.equal(due('2026-11-25T14:00-05:00', 1), at('2026-11-30T14:00-05:00'))
    assert.equal(due('2026-11-25T14:00-05:00', 2), at('2026-12-01T14:00-05:00'))
    assert.equal(due('2026-11-26T09:00-05:00', 1), at('2026-12-01T00:00-05:00'))
    assert.equal(
      dueAfter('incident', at('2026-11-26T09:00-05:00'), 1, holidays),
      at('2026-11-26T13:00-05:00')
    )
  })

  test('no working days are none', ({ assert }) => {
    assert.equal(workingDaysLater(at('2026-10-29T14:00Z'), 0), at('2026-10-29T14:00Z'))
  })
})

test.group('The clock of help requests', (group) => {
  group.each.setup(undone)

  test('reminds once, then passes on: alternate, help desk, operator, and no further', async ({
    assert,
  }) => {
    const { ada } = await allThere()
    const asked = await anAsked(ada, { urgency: 'incident' })
    const begin = asked.waitsSince
    const run = async (hours: number) => {
      const before = await promised()
      const done = await remindOfHelpRequests(begin + hours * hour)
      await asked.refresh()
      return { ...done, liesWith: asked.liesWith, news: (await news(before)).toSorted() }
    }
    const nothing = { passedOn: 0, reminded: 0, news: [] }
    const to = (name: string, kind: string) => `help_request_${kind} to ${name}@example.gov`

    assert.deepEqual(await run(3.99), { ...nothing, liesWith: 'liaison' })
    assert.deepEqual(await run(4), {
      ...{ passedOn: 0, reminded: 1, liesWith: 'liaison' },
      news: [to('lena', 'reminder')],
    })
    assert.include(await written('help_request_reminder'), 'still waits for help')
    assert.deepEqual(await run(4), { ...nothing, liesWith: 'liaison' })
    assert.deepEqual(await run(7.99), { ...nothing, liesWith: 'liaison' })
    assert.deepEqual(await run(8), {
      ...{ passedOn: 1, reminded: 0, liesWith: 'alternate' },
      news: [to('ada', 'passed'), to('lena', 'passed_on'), to('luis', 'waiting')],
    })
    assert.include(await written('help_request_waiting'), 'Waybill, as nobody had answered')
    assert.include(await written('help_request_passed_on'), 'Luis Lopez')
    assert.deepEqual(await run(8), { ...nothing, liesWith: 'alternate' })
    assert.deepEqual((await run(12)).news, [to('luis', 'reminder')])
    assert.deepEqual(await run(16), {
      ...{ passedOn: 1, reminded: 0, liesWith: 'help_desk' },
      news: [to('ada', 'passed'), to('luis', 'passed_on'), to('hank', 'waiting')],
    })
    assert.deepEqual(await run(24), {
      ...{ passedOn: 1, reminded: 0, liesWith: 'operator' },
      news: [to('ada', 'passed'), to('hank', 'passed_on'), to('olive', 'waiting')],
    })
    assert.deepEqual((await run(28)).news, [to('olive', 'reminder')])
    assert.deepEqual(await run(400), { ...nothing, liesWith: 'operator' })
    const steps = await HelpRequestStep.query().where('kind', 'passed')
    assert.lengthOf(steps, 3)
    assert.isTrue(steps.every(({ byId }) => byId === null))
    const entries = await AuditEntry.query().where('event', 'help_request.passed')
    assert.deepEqual([...new Set(entries.map(({ actorName }) => actorName))], ['Waybill'])
  })

  test('knows the holidays of the caller’s agency and of the service', async ({ assert }) => {
    const { ada, dol, otto, opm } = await theCast()
    const zone = 'America/New_York'
    const days = Array.from({ length: 10 }, (_, more) => dayOf(now() + more * day, zone))
    for (const one of days) {
      await Holiday.create({ organizationId: dol.id, day: one, name: 'Closed' })
    }
    const hers = await anAsked(ada, { urgency: 'problem' })
    const his = await anAsked(otto, { urgency: 'problem' })
    assert.isAbove(hers.remindAt!, now() + 9 * day)
    assert.isBelow(his.remindAt!, now() + 5 * day)
    assert.equal(his.organizationId, opm.id)
  })

  test('leaves alone what was answered, and begins anew after a note', async ({ assert }) => {
    const { ada, lena } = await allThere()
    const asked = await anAsked(ada, { urgency: 'incident' })
    await answer(lena, asked, 'Try again.')
    assert.deepEqual(await remindOfHelpRequests(now() + 30 * day), { passedOn: 0, reminded: 0 })
    assert.equal((await asked.refresh()).liesWith, 'liaison')
  })

  test('reminds also who chose one mail each morning', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await lena.merge({ requestNotices: 'daily' }).save()
    const asked = await anAsked(ada)
    await remindOfHelpRequests(asked.remindAt! + minute)
    assert.include(await promised(), 'help_request_reminder to lena@example.gov')
  })

  test('passes on at once where nobody is any more', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await theHelpDesk()
    const asked = await anAsked(ada)
    await lena.merge({ deactivatedAt: now() }).save()
    await remindOfHelpRequests(asked.remindAt!)
    assert.equal((await asked.refresh()).liesWith, 'help_desk')
    assert.include(await promised(), 'help_request_waiting to hank@example.gov')
  })

  test('two runners at the same time do it once', async ({ assert }) => {
    const { ada } = await allThere()
    const asked = await anAsked(ada, { urgency: 'incident' })
    const asOf = asked.waitsSince + 9 * hour
    const runs = await Promise.all([remindOfHelpRequests(asOf), remindOfHelpRequests(asOf)])
    assert.equal(runs[0].passedOn + runs[1].passedOn, 1)
    assert.lengthOf(await HelpRequestStep.query().where('kind', 'passed'), 1)
    assert.equal((await HelpRequest.firstOrFail()).liesWith, 'alternate')
  })
})
