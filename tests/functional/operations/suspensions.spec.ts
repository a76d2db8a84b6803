import AuditEntry from '#app/audit/audit_entry'
import Organization from '#app/organizations/organization'
import { organizationSuspended } from '#app/organizations/organization_suspended'
import OrganizationSuspension from '#app/organizations/organization_suspension'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { PlainBrowser } from '#tests/support/plain_browser'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

async function operating() {
  const cast = await theCast()
  const olive = await anOperator()
  const browser = await PlainBrowser.signIn('olive')
  const page = `/operations/organizations/${cast.opm.id}`
  await browser.open(`${page}/suspensions/create`)
  return { ...cast, olive, browser, page }
}

test.group('Suspending an organization', (group) => {
  group.each.setup(undone)

  test('puts everybody of it out at the next request, until it is reinstated', async ({
    assert,
  }) => {
    const { opm, olive, browser, page } = await operating()
    const otto = new Visitor()
    await otto.signIn('otto', password)
    assert.equal((await otto.visit('/home')).status, 200)

    await browser.send(`${page}/suspensions`, { because: 'Terms were broken.' })
    assert.include(browser.text, 'is suspended: nobody of it gets in.')
    assert.include(browser.text, 'Terms were broken.')
    assert.equal((await otto.open('/home')).status, 403)
    assert.include(otto.page, 'is suspended at present')
    const other = new Visitor()
    await other.signIn('otto', password)
    assert.equal(other.location, '/sign-in')

    const [suspension] = await OrganizationSuspension.query().where('organizationId', opm.id)
    assert.include(suspension.$attributes, { because: 'Terms were broken.', createdBy: olive.id })
    const organization = await Organization.findOrFail(opm.id)
    assert.isNotNull(organization.suspendedAt)
    assert.equal(organization.suspendedBecause, 'Terms were broken.')

    await browser.open(`${page}/reinstatements/create`)
    await browser.send(`${page}/reinstatements`, { because: 'All is well.' })
    assert.include(browser.text, 'is reinstated. Its people get in again.')
    assert.include(browser.text, 'All is well.')
    assert.equal((await otto.open('/home')).status, 200)
    await suspension.refresh()
    assert.include(suspension.$attributes, { endedBy: olive.id, endedBecause: 'All is well.' })
    await organization.refresh()
    assert.include(organization.$attributes, { suspendedAt: null, suspendedBecause: null })
    const entries = await AuditEntry.about(opm.id)
    assert.includeMembers(
      entries.map(({ event }) => event),
      ['organization.suspended', 'organization.reinstated']
    )
  })

  test('twice changes nothing and says so; nor does reinstating what is not suspended', async ({
    assert,
  }) => {
    const { opm, browser, page } = await operating()
    await browser.send(`${page}/suspensions`, { because: 'First.' })
    await browser.send(`${page}/reinstatements`, { because: 'x' })
    await browser.open(`${page}/suspensions/create`)
    await browser.send(`${page}/reinstatements`, { because: 'x' })
    assert.include(browser.text, 'was not suspended.')
    await browser.open(`${page}/suspensions/create`)
    await browser.send(`${page}/suspensions`, { because: 'Second.' })
    await browser.open(`${page}/reinstatements/create`)
    await browser.send(`${page}/suspensions`, { because: 'Third.' })
    assert.include(browser.text, 'was suspended already.')
    const rows = await OrganizationSuspension.query().where('organizationId', opm.id).orderBy('id')
    assert.deepEqual(
      rows.map(({ because }) => because),
      ['First.', 'Second.']
    )
    assert.equal((await Organization.findOrFail(opm.id)).suspendedBecause, 'Second.')
    assert.lengthOf(await AuditEntry.query().where('event', 'organization.suspended'), 2)
  })

  test('needs a reason', async ({ assert }) => {
    const { opm, browser, page } = await operating()
    await browser.send(`${page}/suspensions`, { because: '   ', suspended_at: '1' })
    assert.isNull((await Organization.findOrFail(opm.id)).suspendedAt)
    assert.lengthOf(await OrganizationSuspension.all(), 0)
  })

  test('those who run the service stay in: who else would reinstate them?', async ({ assert }) => {
    const { olive, browser } = await operating()
    const own = `/operations/organizations/${olive.organizationId}`
    await browser.open(`${own}/suspensions/create`)
    assert.include(browser.text, 'runs the service: its people could not reinstate it any more.')
    await browser.open(own)
    await browser.open(`${own}/edit`)
    const refused = await browser.send(`${own}/suspensions`, { because: 'x' })
    assert.equal(refused.status, 403)
    assert.isNull((await Organization.findOrFail(olive.organizationId)).suspendedAt)
  })

  test('whoever hears of it hears inside the transaction: all is done, or nothing', async ({
    assert,
    cleanup,
  }) => {
    const { opm, olive } = await operating()
    const heard: string[] = []
    let fails = true
    organizationSuspended.hear('test', async ({ organization, because }, trx) => {
      const seen = await Organization.findOrFail(organization.id, { client: trx })
      heard.push(`${organization.id} ${because} ${seen.isSuspended}`)
      if (fails) throw new Error('not heard')
    })
    cleanup(() => organizationSuspended.hear('test', async () => {}))
    const suspend = () => OrganizationSuspension.begin(olive, opm, 'Why.')
    await assert.rejects(suspend, 'not heard')
    assert.isNull((await Organization.findOrFail(opm.id)).suspendedAt)
    assert.lengthOf(await OrganizationSuspension.all(), 0)
    fails = false
    assert.isTrue(await suspend())
    assert.deepEqual(heard, Array(2).fill(`${opm.id} Why. true`))
  })
})
