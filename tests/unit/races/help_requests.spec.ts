import { hour } from '#app/shared/clock'
import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { solve } from '#app/support/requests/help_request_answering'
import { remindOfHelpRequests } from '#app/support/requests/help_request_clock'
import HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { fileRequest } from '#app/support/requests/help_request_filing'
import { close } from '#app/support/requests/help_request_following'
import { pass } from '#app/support/requests/help_request_passing'
import { theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { anAsked } from '#tests/support/help_requests'
import { theHelpDesk } from '#tests/support/help_desk'
import { atOnce, times } from '#tests/support/races'
import { test } from '@japa/runner'

const trouble = { happened: 'It stops.', urgency: 'problem' as const }
const count = async (kind: string) => (await Message.query().where({ kind })).length

test.group('Help requests, several at once', (group) => {
  group.each.setup(committed)

  test('each of many that are filed at once gets a number of its own, without a gap', async ({
    assert,
  }) => {
    const { ada, lena, otto, olga } = await theCast()
    const people = [ada, lena, otto, olga]
    await Promise.all(
      times(8, (at) => fileRequest(people[at % 4], { ...trouble, happened: `Number ${at}` })).map(
        (work) => work()
      )
    )
    const requests = await HelpRequest.query().orderBy('number')
    assert.deepEqual(
      requests.map(({ number }) => number),
      [1001, 1002, 1003, 1004, 1005, 1006, 1007, 1008]
    )
  })

  test('the same form at once is one request', async ({ assert }) => {
    const { ada } = await theCast()
    await Promise.all(times(3, () => fileRequest(ada, trouble)).map((work) => work()))
    const [request, ...others] = await HelpRequest.all()
    assert.equal(request.number, 1001)
    assert.lengthOf(others, 0)
    assert.equal(await count('help_request_received'), 1)
  })

  test('solved by one and closed by the other: one of them, and one end', async ({ assert }) => {
    const { ada, lena } = await theCast()
    const asked = await anAsked(ada)
    const ends = await atOnce<unknown>('help_requests', asked.id, [
      () => solve(lena, asked, null),
      () => close(ada, asked),
      () => solve(lena, asked, null),
    ])
    assert.lengthOf(
      ends.filter((end) => end === true || end === 'done'),
      1
    )
    assert.lengthOf(await HelpRequestStep.query().whereIn('kind', ['solved', 'closed']), 1)
    const events = ['help_request.solved', 'help_request.closed']
    assert.lengthOf(await AuditEntry.query().whereIn('event', events), 1)
  })

  test('passed twice at once it is passed once', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await theHelpDesk()
    const asked = await anAsked(ada)
    const passings = await atOnce<string>(
      'help_requests',
      asked.id,
      times(3, () => pass(lena, asked, 'help_desk', null))
    )
    assert.sameMembers(passings, ['passed', 'there', 'there'])
    assert.lengthOf(await HelpRequestStep.query().where('kind', 'passed'), 1)
  })

  test('two runners of the clock remind once and pass on once', async ({ assert }) => {
    const { ada } = await theCast()
    await theHelpDesk()
    const asked = await anAsked(ada, { urgency: 'incident' })
    for (const [hours, kind] of [
      [5, 'help_request_reminder'],
      [9, 'help_request_passed_on'],
    ] as const) {
      const asOf = asked.waitsSince + hours * hour
      await atOnce(
        'help_requests',
        asked.id,
        times(3, () => remindOfHelpRequests(asOf))
      )
      assert.equal(await count(kind), 1, kind)
    }
    assert.lengthOf(await HelpRequestStep.query().where('kind', 'passed'), 1)
  })
})
