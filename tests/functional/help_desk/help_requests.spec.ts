import Message from '#app/messages/message'
import HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { pass } from '#app/support/requests/help_request_passing'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anAsked } from '#tests/support/help_requests'
import { theHelpDesk } from '#tests/support/help_desk'
import { anOperator } from '#tests/support/operators'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

async function atDesk(name = 'hank') {
  const cast = await theCast()
  const hank = await theHelpDesk()
  const olive = await anOperator()
  const asked = await anAsked(cast.ada)
  const visitor = new Visitor()
  await visitor.signIn(name, password)
  await visitor.open('/help-desk/help-requests')
  return { ...cast, hank, olive, asked, visitor }
}

const call = {
  ...{ doing: 'Signing in', happened: 'It says to wait.', urgency: 'problem', reach: '555' },
}

test.group('The help desk’s requests', (group) => {
  group.each.setup(undone)

  test('are those that lie there first; any other is found by number or name', async ({
    assert,
  }) => {
    const { asked, lena, visitor } = await atDesk()
    assert.include(visitor.page, 'With the help desk')
    assert.include(visitor.page, 'Nothing is here.')
    for (const query of [
      `search=${asked.name}`,
      `search=${asked.number}&show=desk`,
      'search=ada',
    ]) {
      await visitor.open(`/help-desk/help-requests?${query}`)
      assert.include(visitor.page, `>${asked.name}<`, query)
    }
    await pass(lena, asked, 'help_desk', 'A lock?')
    await visitor.open('/help-desk/help-requests')
    assert.include(visitor.page, `>${asked.name}<`)
    assert.include(visitor.page, 'Department of Labor')
    await visitor.open(`/help-desk/help-requests/${asked.id}`)
    assert.include(visitor.page, 'A lock?')
  })

  test('are answered, passed back and solved there', async ({ assert }) => {
    const { asked, hank, visitor } = await atDesk()
    const page = `/help-desk/help-requests/${asked.id}`
    await visitor.open(page)
    await visitor.submit(`${page}/notes`, { note: 'Try again.' })
    await visitor.open(page)
    await visitor.submit(`${page}/internal-notes`, { internal: 'INTERNAL-4711' })
    await visitor.open(page)
    await visitor.submit(`${page}/passings`, { to: 'operator', passing_note: 'Yours' })
    await visitor.open(page)
    assert.include(visitor.page, 'lies with the operator of the service now.')
    assert.include(visitor.page, 'INTERNAL-4711')
    await visitor.submit(`${page}/solutions`, { solution: 'Done.' })
    await visitor.open(page)
    assert.include(visitor.page, 'is solved.')
    assert.include((await asked.refresh()).$attributes, { status: 'solved', endedBy: hank.id })
    const steps = await HelpRequestStep.query().orderBy('id')
    assert.deepEqual(
      steps.map(({ kind }) => kind),
      ['note', 'internal', 'passed', 'solved']
    )
  })

  test('an operator finds first what was passed to the operator', async ({ assert }) => {
    const { asked, lena, visitor } = await atDesk('olive')
    assert.include(visitor.page, 'Passed to the operator')
    assert.notInclude(visitor.page, `>${asked.name}<`)
    await pass(lena, asked, 'operator', null)
    await visitor.open('/help-desk/help-requests')
    assert.include(visitor.page, `>${asked.name}<`)
    const hanks = new Visitor()
    await hanks.signIn('hank', password)
    await hanks.open('/help-desk/help-requests?show=operator')
    assert.notInclude(hanks.page, 'Passed to the operator')
  })

  test('one is filed for a caller, who need do nothing', async ({ assert }) => {
    const { ada, hank, otto, visitor } = await atDesk()
    await visitor.open(`/help-desk/accounts/${otto.id}`)
    const form = `/help-desk/help-requests/create?account=${otto.id}`
    assert.include(visitor.page, form)
    await visitor.open(form)
    assert.include(visitor.page, 'value="otto"')
    await visitor.submit('/help-desk/help-requests', {
      ...{ ...call, caller: 'otto' },
      ...{ account_id: ada.id, filed_by: ada.id, status: 'solved', lies_with: 'operator' },
    })
    const filed = await HelpRequest.findByOrFail('accountId', otto.id)
    assert.include(filed.$attributes, { filedBy: hank.id, status: 'open', liesWith: 'liaison' })
    assert.equal(visitor.location, `/help-desk/help-requests/${filed.id}`)
    await visitor.open(visitor.location!)
    assert.include(visitor.page, 'written down by Hank Hall of the help desk')
    const kinds = await Message.query().where('accountId', otto.id)
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['help_request_received']
    )
    const ottos = new Visitor()
    await ottos.signIn('otto', password)
    await ottos.open(`/help/requests/${filed.id}`)
    assert.include(ottos.page, 'written down by Hank Hall of the help desk')
  })

  test('a caller whom nobody knows is asked for again', async ({ assert }) => {
    const { visitor } = await atDesk()
    await visitor.open('/help-desk/help-requests/create?account=nobody')
    assert.equal(visitor.status, 200)
    await visitor.submit('/help-desk/help-requests', { ...call, caller: 'nobody' })
    await visitor.open(visitor.location!)
    assert.include(visitor.page, 'Nobody has the user name nobody.')
    assert.include(visitor.page, 'It says to wait.')
    assert.lengthOf(await HelpRequest.all(), 1)
  })

  test('is closed to liaisons and end users', async ({ assert }) => {
    const { asked } = await atDesk()
    for (const name of ['lena', 'ada', 'otto']) {
      const visitor = new Visitor()
      await visitor.signIn(name, password)
      const page = `/help-desk/help-requests/${asked.id}`
      for (const path of ['/help-desk/help-requests', '/help-desk/help-requests/create', page]) {
        assert.equal((await visitor.open(path)).status, 403, path)
        assert.notInclude(visitor.page, asked.name)
      }
      for (const [path, fields] of [
        ['/help-desk/help-requests', { ...call, caller: 'ada' }],
        [`${page}/notes`, { note: 'x' }],
        [`${page}/internal-notes`, { internal: 'x' }],
        [`${page}/passings`, { to: 'operator' }],
        [`${page}/solutions`, {}],
      ] as const) {
        await visitor.open('/help')
        assert.equal((await visitor.submit(path, { ...fields })).status, 403, path)
      }
    }
    assert.lengthOf(await HelpRequest.all(), 1)
    assert.lengthOf(await HelpRequestStep.all(), 0)
  })
})
