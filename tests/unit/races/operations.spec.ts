import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { liaisonsIn, rankOf } from '#app/accounts/liaisons/liaison_list'
import { appoint, dismiss } from '#app/accounts/liaisons/liaisons'
import AuditEntry from '#app/audit/audit_entry'
import { enrolOrganization } from '#app/enrollment/agency_enrolment'
import { openLiaison } from '#app/enrollment/liaison_opening'
import { askAsVisitor } from '#app/folders/requests/access_asking'
import AccessRequest from '#app/folders/requests/access_request'
import { remindOfRequests } from '#app/folders/requests/access_request_reminding'
import type { NewPerson } from '#app/folders/account_opening'
import Message from '#app/messages/message'
import Organization from '#app/organizations/organization'
import OrganizationSuspension from '#app/organizations/organization_suspension'
import { day } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { atOnce, times } from '#tests/support/races'
import { aRequest } from '#tests/support/requests'
import { test } from '@japa/runner'

const entries = (event: string) => AuditEntry.query().where({ event })
const outcomes = (settled: PromiseSettledResult<unknown>[]) => settled.map(({ status }) => status)
const settled = (work: () => Promise<unknown>) => () =>
  work().then(
    (value): PromiseSettledResult<unknown> => ({ status: 'fulfilled', value }),
    (reason): PromiseSettledResult<unknown> => ({ status: 'rejected', reason })
  )

/** Who speaks for an agency and can do so. */
const liaisonsOf = ({ id }: Organization) => liaisonsIn([id])

async function twoOperators() {
  const cast = await theCast()
  const [olive, omar] = [await anOperator(), await anOperator('omar', 'Omar Olson')]
  return { ...cast, olive, omar }
}

test.group('Operators and liaisons, at once', (group) => {
  group.each.setup(committed)

  test('two appoint the alternate: one of them is it', async ({ assert }) => {
    const { dol, ada, lena, olive, omar } = await twoOperators()
    const nia = await person(dol, 'nia', 'Nia Novak')
    await appoint(olive, lena, 1)
    const answers = await atOnce('organizations', dol.id, [
      () => appoint(olive, ada, 2),
      () => appoint(omar, nia, 2),
    ])
    assert.lengthOf(
      answers.filter((answer) => answer === 'appointed'),
      1
    )
    const liaisons = await liaisonsOf(dol)
    assert.deepEqual(
      liaisons.map((liaison) => rankOf(liaison)),
      [1, 2]
    )
  })

  test('two dismiss one liaison each: one stays', async ({ assert }) => {
    const { dol, ada, lena, olive, omar } = await twoOperators()
    await appoint(olive, ada, 2)
    const answers = await atOnce('organizations', dol.id, [
      settled(() => dismiss(olive, ada)),
      settled(() => dismiss(omar, lena)),
    ])
    assert.sameMembers(outcomes(answers), ['fulfilled', 'rejected'])
    assert.lengthOf(await liaisonsOf(dol), 1)
    assert.lengthOf(await entries('liaison.dismissed'), 1)
  })

  test('one is dismissed while the other one is deactivated: one stays', async ({ assert }) => {
    const { dol, ada, lena, olive } = await twoOperators()
    await appoint(olive, ada, 2)
    await ada.load('grants')
    const answers = await atOnce('organizations', dol.id, [
      settled(() => dismiss(olive, ada)),
      settled(() => AccountDeactivation.begin(ada, lena, 'She has left.')),
    ])
    assert.sameMembers(outcomes(answers), ['fulfilled', 'rejected'])
    assert.lengthOf(await liaisonsOf(dol), 1)
  })

  test('two dismiss the same one: it is done once', async ({ assert }) => {
    const { dol, ada, olive, omar } = await twoOperators()
    await appoint(olive, ada, 2)
    const answers = await atOnce('organizations', dol.id, [
      () => dismiss(olive, ada),
      () => dismiss(omar, ada),
    ])
    assert.sameMembers(answers, [true, false])
    assert.lengthOf(await entries('liaison.dismissed'), 1)
    assert.lengthOf(await Message.query().where('kind', 'liaison_dismissed'), 1)
  })

  test('two open an account for the same place: it is given once', async ({ assert }) => {
    const { dol, lena, olive, omar } = await twoOperators()
    await appoint(olive, lena, 1)
    const someone = (username: string) => ({ username, fullName: username, email: 'x@example.gov' })
    const answers = await atOnce('organizations', dol.id, [
      () => openLiaison(olive, dol, someone('dol.x'), 2),
      () => openLiaison(omar, dol, someone('dol.y'), 2),
    ])
    assert.lengthOf(
      answers.filter((answer) => 'account' in answer),
      1
    )
    assert.lengthOf(await Account.query().whereLike('username', 'dol.%'), 1)
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 1)
  })

  test('two enrol the same agency: it is there once', async ({ assert }) => {
    const { olive, omar } = await twoOperators()
    const enrolment = { kind: 'agency', name: 'Weather Office', shortName: 'WX' } as const
    const answers = await Promise.all([olive, omar].map((by) => enrolOrganization(by, enrolment)))
    assert.lengthOf(
      answers.filter((answer) => 'problems' in answer),
      1
    )
    assert.lengthOf(await Organization.query().where('shortName', 'WX'), 1)
  })

  test('two suspend, and two reinstate: each is done once', async ({ assert }) => {
    const { opm, olive, omar } = await twoOperators()
    const begin = await atOnce('organizations', opm.id, [
      () => OrganizationSuspension.begin(olive, opm, 'a'),
      () => OrganizationSuspension.begin(omar, opm, 'b'),
    ])
    assert.sameMembers(begin, [true, false])
    const end = await atOnce('organizations', opm.id, [
      () => OrganizationSuspension.end(olive, opm, 'a'),
      () => OrganizationSuspension.end(omar, opm, 'b'),
    ])
    assert.sameMembers(end, [true, false])
    assert.lengthOf(await OrganizationSuspension.all(), 1)
    assert.lengthOf(await entries('organization.suspended'), 1)
    assert.lengthOf(await entries('organization.reinstated'), 1)
  })
})

test.group('Requests for access, at once', (group) => {
  group.each.setup(committed)

  const tom: NewPerson = {
    ...{ username: 'dol.tom', fullName: 'Tom Tall', email: 'tom@example.org' },
    credentialSource: 'local',
    mustChangePassword: false,
    first: 'mailed_link',
  }

  test('two liaisons decide: the request is decided once', async ({ assert }) => {
    const { dol, lena } = await theCast()
    const luis = await person(dol, 'luis', 'Luis Lopez', 'liaison')
    const { id } = await aRequest(dol)
    const [hers, his] = [
      await AccessRequest.findFor(lena, id),
      await AccessRequest.findFor(luis, id),
    ]
    const [approval, declined] = await atOnce<unknown>('access_requests', id, [
      () => hers.approve(lena, tom),
      () => his.decline(luis, 'No.'),
    ])
    const isApproved = typeof approval === 'object'
    assert.equal(declined, !isApproved)
    const request = await AccessRequest.findOrFail(id)
    assert.equal(request.status, isApproved ? 'approved' : 'declined')
    assert.equal((await Account.findBy('username', 'dol.tom')) !== null, isApproved)
    const decided = await AuditEntry.query().whereIn('event', [
      'access_request.approved',
      'access_request.declined',
    ])
    assert.lengthOf(decided, 1)
  })

  test('approving twice opens one account', async ({ assert }) => {
    const { dol, lena } = await theCast()
    const { id } = await aRequest(dol)
    const request = await AccessRequest.findFor(lena, id)
    const answers = await atOnce(
      'access_requests',
      id,
      times(2, (at) => request.approve(lena, { ...tom, username: `dol.tom${at}` }))
    )
    assert.lengthOf(
      answers.filter((answer) => answer === 'decided'),
      1
    )
    assert.lengthOf(await Account.query().whereLike('username', 'dol.tom%'), 1)
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 1)
  })

  test('a form that is sent twice at once asks once', async ({ assert }) => {
    const { dol } = await theCast()
    const introduction = { organizationId: dol.id, fullName: 'Tom Tall', email: 'tom@example.org' }
    const origin = { address: '192.0.2.1', requestId: 'test' }
    const ask = () => askAsVisitor(introduction, { purpose: 'SRR' }, origin)
    assert.deepEqual(await Promise.all([ask(), ask(), ask()]), ['asked', 'asked', 'asked'])
    assert.lengthOf(await AccessRequest.all(), 1)
    assert.lengthOf(await entries('access_request.made'), 1)
  })

  test('two runs of the job remind once', async ({ assert }) => {
    const { dol } = await theCast()
    const { id, createdAt } = await aRequest(dol)
    const run = () => remindOfRequests(createdAt + 3 * day)
    const counts = await atOnce('access_requests', id, [run, run])
    assert.equal(counts[0].reminded + counts[1].reminded, 1)
    assert.lengthOf(await Message.query().where('kind', 'access_request_reminder'), 1)
  })
})
