import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { matches } from '#app/accounts/passwords/password_hash'
import { voidPassword } from '#app/accounts/passwords/password_voiding'
import Secret from '#app/accounts/secret'
import { signIn } from '#app/accounts/signing_in/sign_in'
import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { password, person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { mailed } from '#tests/support/mailed'
import { test } from '@japa/runner'

const byMail = { first: 'mailed_link', seen: null } as const
const onScreen = { first: 'shown_once', seen: null } as const
const attempt = (secret: string) => ({
  username: 'ada',
  password: secret,
  device: 'test',
  origin: { address: '192.0.2.9', requestId: 'test' },
})
const resets = () => AuditEntry.query().where('event', 'account.password_reset')

test.group('A liaison resets a password', (group) => {
  group.each.setup(undone)

  test('by a mailed link: the old one is void at once, sessions end, links end', async ({
    assert,
  }) => {
    const { ada, lena } = await theCast()
    await signedIn(ada)
    await ada.merge({ lastSignedInAt: now() }).save()
    await inTransaction((trx) => Secret.make(ada, 'password_reset', trx))
    assert.deepEqual(await voidPassword(lena, ada, byMail), {
      done: true,
      firstPassword: undefined,
    })
    assert.property(await signIn(attempt(password)), 'refused')
    assert.lengthOf(await AccountSession.query().whereNull('endedAt'), 0)
    assert.lengthOf(await Secret.query().whereNull('usedAt'), 0)
    assert.isTrue((await ada.refresh()).mustChangePassword)
    assert.isNull(ada.passwordHash)
    const [{ to, text }] = await mailed()
    assert.equal(to, 'ada@example.gov')
    assert.match(text, /\/password\/reset\/\S+/)
  })

  test('shown once: it opens the forced change, and is in no trail and no outbox', async ({
    assert,
  }) => {
    const { ada, lena } = await theCast()
    const reset = await voidPassword(lena, ada, onScreen)
    const first = 'firstPassword' in reset ? reset.firstPassword! : assert.fail()
    const letters = await mailed()
    assert.lengthOf(letters, 1)
    assert.notMatch(letters[0].text, /\/password\/reset\//)
    const told = [letters, await AuditEntry.all(), await Message.all(), await Account.all()]
    assert.notInclude(JSON.stringify(told), first)
    const came = await signIn(attempt(first))
    assert.isTrue('account' in came && came.account.mustChangePassword)
  })

  test('once: who did not see the first reset is told, and nothing is done', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await voidPassword(lena, ada, byMail)
    const again = await voidPassword(lena, ada, byMail)
    assert.match('refused' in again ? again.refused : '', /reset already/)
    assert.lengthOf(await resets(), 1)
    assert.lengthOf(await Message.all(), 1)
    const seen = (await ada.refresh()).passwordResetAt
    assert.property(await voidPassword(lena, ada, { ...onScreen, seen }), 'done')
  })

  test('of who never chose a password: the mail to activate the account comes again', async ({
    assert,
  }) => {
    const { ada, lena } = await theCast()
    await voidPassword(lena, ada, onScreen)
    await voidPassword(lena, ada, { ...byMail, seen: ada.passwordResetAt })
    const kinds = (await Message.query().orderBy('id')).map(({ kind }) => kind)
    assert.deepEqual(kinds, ['password_voided', 'account_opened'])
  })

  test('not by oneself, not by others, not of a directory account, not above oneself', async ({
    assert,
  }) => {
    const { ada, lena, otto, olga, dol } = await theCast()
    const hank = await person(dol, 'hank', 'Hank Hall', 'help_desk')
    await assert.rejects(() => voidPassword(lena, lena, byMail), /to themselves/)
    await assert.rejects(() => voidPassword(lena, hank, byMail), /looks after/)
    for (const by of [otto, olga]) await assert.rejects(() => voidPassword(by, ada, byMail))
    await ada.merge({ credentialSource: 'directory' }).save()
    await assert.rejects(() => voidPassword(lena, ada, byMail), /kept by the directory/)
    assert.isTrue(await matches((await ada.refresh()).passwordHash!, password))
    assert.lengthOf(await resets(), 0)
    assert.lengthOf(await Message.all(), 0)
  })

  test('not of who is not active, nor by mail where there is no address', async ({ assert }) => {
    const { ada, lena } = await theCast()
    await ada.merge({ email: null }).save()
    assert.property(await voidPassword(lena, ada, byMail), 'refused')
    await ada.merge({ deactivatedAt: now() }).save()
    assert.property(await voidPassword(lena, ada, onScreen), 'refused')
    assert.lengthOf(await resets(), 0)
  })
})
