import Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import AuditEntry from '#app/audit/audit_entry'
import Folder from '#app/folders/folder'
import Message from '#app/messages/message'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { lettersFrom } from '#tests/support/letters'
import { promised } from '#tests/support/mails'
import { anOperator } from '#tests/support/operators'
import { aPartner } from '#tests/support/partner'
import { PlainBrowser } from '#tests/support/plain_browser'
import { aRequest } from '#tests/support/requests'
import { test } from '@japa/runner'

const rita = { full_name: 'Rita Rivers', username: 'riverside.rita', email: 'rita@example.com' }

async function operating() {
  const cast = await theCast()
  const olive = await anOperator()
  const { partner, paul } = await aPartner()
  const browser = await PlainBrowser.signIn('olive')
  const page = `/operations/organizations/${partner.id}`
  const name = async (more = {}) => {
    await browser.open(`${page}/administrators/create`)
    return browser.send(`${page}/administrators`, { ...rita, ...more })
  }
  return { ...cast, olive, partner, paul, browser, page, name }
}

const nobodyCame = async () => (await Account.findBy('username', rita.username)) === null

test.group('The administrators of a partner, for the operator', (group) => {
  group.each.setup(undone)

  test('the first one gets an account, a home folder, the role and a mailed link', async ({
    assert,
  }) => {
    const { browser, name, olive, page, partner } = await operating()
    await aRequest(partner)
    await browser.open(page)
    assert.include(browser.text, 'Nobody speaks for this partner yet')
    assert.include(browser.text, '1 request waits here for an answer that nobody can give.')
    await name({ phone: '1', title: 'Owner' })
    assert.include(browser.text, 'The account of Rita Rivers is open.')
    assert.include(browser.text, 'Name another administrator')

    const account = await Account.findByOrFail('username', rita.username)
    assert.include(account.$attributes, { organizationId: partner.id, passwordHash: null })
    assert.equal((await Folder.homeOf(account))!.organizationId, partner.id)
    const [role, ...others] = await AccountRole.query().where('accountId', account.id)
    assert.include(role.$attributes, { role: 'organization_administrator', grantedBy: olive.id })
    assert.isEmpty(others)
    assert.exists(
      await AuditEntry.findBy({ event: 'administrator.appointed', subjectId: account.id })
    )
    const mails = [`account_opened to ${rita.email}`, `requests_digest to ${rita.email}`]
    assert.includeMembers(await promised(), mails)
    const letters = await lettersFrom(rita.email)
    assert.include(letters.rita, 'asks for access')
  })

  test('added fields give no other role, organization or standing', async ({ assert }) => {
    const { dol, name, partner } = await operating()
    await name({ role: 'operator', roles: 'operator', organization_id: dol.id, status: 'active' })
    const account = await Account.findByOrFail('username', rita.username)
    assert.equal(account.organizationId, partner.id)
    const roles = await AccountRole.query().where('accountId', account.id)
    assert.deepEqual(
      roles.map(({ role }) => role),
      ['organization_administrator']
    )
  })

  test('a second click, or a name that is taken, opens nothing', async ({ assert }) => {
    const { browser, name } = await operating()
    await name()
    await Message.query().delete()
    await name()
    assert.include(browser.text, 'The user name riverside.rita is taken.')
    assert.lengthOf(await Account.query().where('username', rita.username), 1)
    await name({ username: 'another', email: 'x' })
    assert.include(browser.text, 'This is no mail address.')
    assert.deepEqual(await promised(), [])
  })

  test('an agency has liaisons instead', async ({ assert }) => {
    const { browser, dol } = await operating()
    const page = `/operations/organizations/${dol.id}`
    await browser.open(page)
    assert.notInclude(browser.text, 'administrator')
    await browser.open(`${page}/administrators/create`)
    assert.include(browser.text, 'Only partners have organization administrators')
    const refused = await browser.send(`${page}/administrators`, rita)
    assert.equal(refused.status, 403)
    assert.isTrue(await nobodyCame())
  })

  test('nobody but an operator names one: {$self}')
    .with(['ada', 'lena', 'otto', 'olga', 'paul'])
    .run(async ({ assert }, who) => {
      const { page, paul } = await operating()
      await paul.related('grants').create({ role: 'organization_administrator' })
      const browser = await PlainBrowser.signIn(who)
      await browser.open('/')
      const refused = await browser.send(`${page}/administrators`, rita)
      assert.include([403, 404], refused.status)
      assert.isTrue(await nobodyCame())
      assert.deepEqual(await promised(), [])
    })
})
