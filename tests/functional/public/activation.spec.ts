import Account from '#app/accounts/account'
import { matches } from '#app/accounts/passwords/password_hash'
import Secret from '#app/accounts/secret'
import AuditEntry from '#app/audit/audit_entry'
import { openAccount } from '#app/folders/account_opening'
import Message from '#app/messages/message'
import { hour, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { mailed, pathIn } from '#tests/support/mailed'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const chosen = 'plum-tree-7'

/** Lena opens an account for Nia, who gets a link by mail. */
async function niasLink() {
  const { lena, dol } = await theCast()
  await openAccount(lena, dol, {
    username: 'nia',
    fullName: 'Nia Novak',
    email: 'nia@example.gov',
    credentialSource: 'local',
    mustChangePassword: true,
    first: 'mailed_link',
  })
  const [letter] = await mailed()
  return pathIn(letter.text)
}

async function choose(visitor: Visitor, link: string, password = chosen) {
  await visitor.open(link)
  const fields = { new_password: password, retype_password: password }
  return visitor.submit(`${link}?_method=PUT`, fields)
}

const askAgain = async (username: string) => {
  const visitor = await new Visitor().open('/activate')
  return visitor.submit('/activate', { username })
}

test.group('Activate my Account', (group) => {
  group.each.setup(undone)

  test('Create Password, Next, and the home folder opens with it', async ({ assert }) => {
    const link = await niasLink()
    assert.match(link, /^\/activate\//)
    const visitor = await new Visitor().open(link)
    for (const words of ['Create Password', 'New Password', 'Retype Password', 'Next', 'Rules in'])
      assert.include(visitor.page, words)
    await choose(visitor, link)
    assert.equal(visitor.location, '/sign-in')
    await visitor.open('/sign-in')
    assert.include(visitor.page, 'Your password was changed successfully.')
    await visitor.signIn('nia', chosen)
    assert.equal(visitor.location, '/home')
    assert.exists(await AuditEntry.findBy('event', 'account.activated'))
    assert.isNull(await AuditEntry.findBy('event', 'password_reset.done'))
  })

  test('opening the link, however often, uses nothing up; using it does', async ({ assert }) => {
    const link = await niasLink()
    for (let looks = 0; looks < 3; looks++) {
      assert.equal((await new Visitor().open(link)).status, 200)
    }
    await choose(new Visitor(), link)
    const again = await new Visitor().open(link)
    assert.equal(again.status, 410)
    assert.include(again.page, 'Send the mail again')
    const second = await new Visitor().open('/sign-in')
    await second.submit(`${link}?_method=PUT`, {
      new_password: 'pear-tree-7',
      retype_password: 'pear-tree-7',
    })
    assert.equal(second.status, 410)
    const { passwordHash } = await Account.findByOrFail('username', 'nia')
    assert.isTrue(await matches(passwordHash!, chosen))
  })

  test('what breaks a rule leaves the link good', async ({ assert }) => {
    const link = await niasLink()
    const visitor = await choose(new Visitor(), link, 'short')
    assert.equal(visitor.location, link)
    await choose(visitor, link)
    assert.equal(visitor.location, '/sign-in')
  })

  test('after 24 hours the link is over', async ({ assert }) => {
    const link = await niasLink()
    const secret = await Secret.firstOrFail()
    assert.equal(Math.round((secret.expiresAt - secret.createdAt) / hour), 24)
    await secret.merge({ expiresAt: now() - 1 }).save()
    assert.equal((await new Visitor().open(link)).status, 410)
    assert.equal((await choose(new Visitor(), link)).status, 410)
    assert.isNull((await Account.findByOrFail('username', 'nia')).passwordHash)
  })

  test('a secret for another purpose opens nothing here', async ({ assert }) => {
    const { ada } = await theCast()
    const token = await inTransaction((trx) => Secret.make(ada, 'password_reset', trx))
    assert.equal((await new Visitor().open(`/activate/${token}`)).status, 410)
    assert.equal((await choose(new Visitor(), `/activate/${token}`)).status, 410)
  })

  test('neither outbox nor trail holds the link', async ({ assert }) => {
    const token = (await niasLink()).split('/').at(-1)!
    const kept = [await Message.all(), await AuditEntry.all(), await Secret.all()]
    assert.notInclude(JSON.stringify(kept), token)
  })
})

test.group('The mail to activate an account is asked for again', (group) => {
  group.each.setup(undone)

  test('and comes, with a link that works', async ({ assert }) => {
    await niasLink()
    const visitor = await askAgain('NIA@example.gov')
    assert.include(visitor.page, 'Look into your mail')
    const [letter] = await mailed()
    await choose(visitor, pathIn(letter.text))
    assert.equal(visitor.location, '/sign-in')
    assert.exists(await AuditEntry.findBy('event', 'account.activation_requested'))
  })

  test('nobody learns whether there is an account, or whether it waits', async ({ assert }) => {
    await niasLink()
    const plain = (page: string) => page.replace(/name='_csrf' value='[^']*'/g, '')
    const pages = []
    for (const name of ['nia', 'ada', 'nobody', 'a\0b']) {
      const { page, status } = await askAgain(name)
      pages.push([status, plain(page)])
    }
    for (const page of pages) assert.deepEqual(page, pages[0])
  })

  test('only for who never had a password', async ({ assert }) => {
    const link = await niasLink()
    await askAgain('ada')
    await choose(new Visitor(), link)
    await askAgain('nia')
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 1)
  })

  test('not for a deactivated account, and not again and again', async ({ assert }) => {
    await niasLink()
    for (let tries = 0; tries < 6; tries++) await askAgain('nia')
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 5)
    await Account.query().where('username', 'nia').update({ deactivatedAt: now() })
    await askAgain('nia')
    assert.lengthOf(await Message.query().where('kind', 'account_opened'), 5)
  })

  test('a mail that waited until there was a password is not sent', async ({ assert }) => {
    const link = await niasLink()
    await askAgain('nia')
    await choose(new Visitor(), link)
    const letters = await mailed()
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      ['Your password was changed']
    )
  })
})
