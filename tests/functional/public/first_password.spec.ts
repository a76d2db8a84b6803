import Account from '#app/accounts/account'
import { atTheTerminal } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import { openOperator } from '#app/enrollment/operator_opening'
import Secret from '#app/accounts/secret'
import { now } from '#app/shared/clock'
import { undone } from '#tests/support/database'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const chosen = 'plum-tree-7'

async function linkForOlive() {
  const opening = await openOperator(atTheTerminal('root'), {
    username: 'olive',
    fullName: 'Olive Ortiz',
    email: 'olive.ortiz@example.gov',
    organizationName: 'Service Operations',
  })
  if ('refused' in opening) throw new Error(opening.refused)
  return `/password/reset/${opening.secret}`
}

/** Opens the link and fills in its form. */
async function setPassword(visitor: Visitor, link: string, password = chosen) {
  await visitor.open(link)
  const fields = { _method: 'PUT', new_password: password, retype_password: password }
  return visitor.submit(`${link}?_method=PUT`, fields)
}

test.group('The first password of an account', (group) => {
  group.each.setup(undone)

  test('is chosen by who has the link, and opens the home folder', async ({ assert }) => {
    const link = await linkForOlive()
    const visitor = new Visitor()
    await setPassword(visitor, link)
    assert.equal(visitor.location, '/sign-in')
    await visitor.signIn('olive', chosen)
    assert.equal(visitor.location, '/home')
    await visitor.open('/home')
    assert.equal(visitor.status, 200)
    assert.include(visitor.page, 'Olive Ortiz')

    const entry = await AuditEntry.findByOrFail('event', 'first_password.set')
    assert.equal(entry.actorName, 'Olive Ortiz (olive)')
    assert.isNull(await AuditEntry.findBy('event', 'password_reset.done'))
  })

  test('lets nobody in before it is chosen', async ({ assert }) => {
    await linkForOlive()
    for (const typed of [' ', chosen]) {
      const visitor = await new Visitor().signIn('olive', typed)
      assert.equal(visitor.location, '/sign-in')
    }
  })

  test('is set once by one link', async ({ assert }) => {
    const link = await linkForOlive()
    const [visitor, another] = [new Visitor(), new Visitor()]
    await another.open(link)
    await setPassword(visitor, link)
    const fields = { new_password: 'pear-tree-7', retype_password: 'pear-tree-7' }
    await another.submit(`${link}?_method=PUT`, fields)
    assert.equal(another.status, 410)
    await visitor.signIn('olive', chosen)
    assert.equal(visitor.location, '/home')
  })

  test('meets the rules, and what breaks one leaves the link good', async ({ assert }) => {
    const link = await linkForOlive()
    const visitor = new Visitor()
    await setPassword(visitor, link, 'olive')
    assert.equal(visitor.location, link)
    assert.isNull((await Account.findByOrFail('username', 'olive')).passwordHash)
    await setPassword(visitor, link)
    assert.equal(visitor.location, '/sign-in')
  })

  test('is not set by a link that is too old', async ({ assert }) => {
    const link = await linkForOlive()
    await Secret.query().update({ expiresAt: now() - 1 })
    const visitor = await new Visitor().open(link)
    assert.equal(visitor.status, 410)
  })
})
