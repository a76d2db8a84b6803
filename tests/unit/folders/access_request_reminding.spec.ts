import Throttle from '#app/accounts/signing_in/throttle'
import AuditEntry from '#app/audit/audit_entry'
import { theService } from '#app/audit/actor'
import AccessRequest from '#app/folders/requests/access_request'
import { remindOfRequests } from '#app/folders/requests/access_request_reminding'
import Message from '#app/messages/message'
import { day, hour, minute, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { delivered } from '#tests/support/letters'
import { anOperator } from '#tests/support/operators'
import { aRequest } from '#tests/support/requests'
import { test } from '@japa/runner'

async function waiting() {
  const cast = await theCast()
  const { dol, lena } = cast
  const luis = await person(dol, 'luis', 'Luis Lopez', 'liaison')
  await lena.related('grants').query().update({ rank: 1 })
  await luis.related('grants').query().update({ rank: 2 })
  return { ...cast, luis, request: await aRequest(dol) }
}

const told = async () =>
  (await Message.query().orderBy('id')).map(({ kind, address }) => `${kind} ${address}`)

test.group('Requests that nobody answers', (group) => {
  group.each.setup(undone)

  test('remind the primary after two days, ask the alternate after four, lapse after thirty', async ({
    assert,
  }) => {
    const { request } = await waiting()
    const after = (ms: number) => remindOfRequests(request.createdAt + ms)
    assert.deepEqual(await after(2 * day - minute), { lapsed: 0, escalated: 0, reminded: 0 })
    assert.deepEqual(await told(), [])

    assert.deepEqual(await after(2 * day), { lapsed: 0, escalated: 0, reminded: 1 })
    await after(2 * day + hour)
    assert.deepEqual(await told(), ['access_request_reminder lena@example.gov'])

    assert.deepEqual(await after(4 * day), { lapsed: 0, escalated: 1, reminded: 0 })
    await after(4 * day + hour)
    assert.deepEqual((await told()).slice(1), ['access_request_reminder luis@example.gov'])

    assert.deepEqual(await after(30 * day), { lapsed: 1, escalated: 0, reminded: 0 })
    await after(30 * day + hour)
    assert.deepEqual((await told()).slice(2), ['access_request_lapsed tom@example.org'])
    await request.refresh()
    assert.equal(request.status, 'lapsed')
    assert.isNull(request.decidedBy)
    assert.isNotNull(request.decidedAt)
    const entry = await AuditEntry.findByOrFail('event', 'access_request.lapsed')
    assert.equal(entry.actorName, theService.actorName)
  })

  test('what was answered reminds nobody, not even by a mail that waited', async ({ assert }) => {
    const { lena, request } = await waiting()
    await remindOfRequests(request.createdAt + 2 * day)
    assert.isTrue(await request.decline(lena, 'No.'))
    await remindOfRequests(request.createdAt + 40 * day)
    const letters = await delivered()
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      ['Your request for access']
    )
    assert.equal((await request.refresh()).status, 'declined')
  })

  test('an agency without liaisons, or with one, breaks nothing', async ({ assert }) => {
    const { dol, request, luis } = await waiting()
    await luis.related('grants').query().delete()
    await remindOfRequests(request.createdAt + 5 * day)
    assert.deepEqual(await told(), ['access_request_reminder lena@example.gov'])
    const other = await aRequest(dol)
    await AccessRequest.query()
      .where('id', other.id)
      .update({ createdAt: now() - 5 * day })
    await luis.merge({ deactivatedAt: now() }).save()
    assert.deepEqual(await remindOfRequests(now()), { lapsed: 0, escalated: 1, reminded: 1 })
  })

  test('the liaisons who asked for it hear at once, the primary first; the others do not', async ({
    assert,
  }) => {
    const { luis, dol } = await waiting()
    const { askAsVisitor } = await import('#app/folders/requests/access_asking')
    const tom = { organizationId: dol.id, fullName: 'Tom Tall', email: 'tom@example.org' }
    const origin = { address: '192.0.2.1', requestId: 'test' }
    const ask = (email: string) => askAsVisitor({ ...tom, email }, { purpose: 'SRR' }, origin)
    await ask('a@example.org')
    const toLiaisons = async () => (await told()).filter((line) => line.includes('waiting'))
    assert.deepEqual(await toLiaisons(), [
      'access_request_waiting lena@example.gov',
      'access_request_waiting luis@example.gov',
    ])
    await Message.query().delete()
    await luis.merge({ requestNotices: 'daily' }).save()
    await ask('b@example.org')
    assert.deepEqual(await toLiaisons(), ['access_request_waiting lena@example.gov'])
  })

  test('the operators hear of what nobody there can answer, the only liaison’s own request too', async ({
    assert,
  }) => {
    const { dol, luis, lena } = await waiting()
    await anOperator()
    await luis.related('grants').query().delete()
    const { askAsAccount } = await import('#app/folders/requests/access_asking')
    lena.origin = { address: '192.0.2.1', requestId: 'test' }
    await askAsAccount(lena, { purpose: 'SRR' })
    assert.include(await told(), 'nobody_answers olive@example.gov')
    await Message.query().delete()
    await lena.related('grants').query().delete()
    const other = await aRequest(dol)
    await remindOfRequests(other.createdAt + 2 * day)
    assert.deepEqual(await told(), [])
    await Throttle.query().delete()
    await remindOfRequests(other.createdAt + 4 * day)
    assert.include(await told(), 'nobody_answers olive@example.gov')
  })
})
