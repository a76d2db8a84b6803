import Account from '#app/accounts/account'
import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { askForActivation } from '#app/accounts/passwords/activation'
import { matches } from '#app/accounts/passwords/password_hash'
import { voidPassword } from '#app/accounts/passwords/password_voiding'
import { remindOfEnds } from '#app/accounts/keeping/renewal_reminders'
import AuditEntry from '#app/audit/audit_entry'
import { openAccount } from '#app/folders/account_opening'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { person, theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { atOnce } from '#tests/support/races'
import { test } from '@japa/runner'

const entries = (event: string) => AuditEntry.query().where({ event })

test.group('Two who keep the same account at once', (group) => {
  group.each.setup(committed)

  test('reset its password: one does, and only that first password opens it', async ({
    assert,
  }) => {
    const { dol, ada, lena } = await theCast()
    const lisa = await person(dol, 'lisa', 'Lisa Low', 'liaison')
    const wish = { first: 'shown_once', seen: null } as const
    const twins = [await Account.findOrFail(ada.id), await Account.findOrFail(ada.id)]
    const answers = await atOnce('accounts', ada.id, [
      () => voidPassword(lena, twins[0], wish),
      () => voidPassword(lisa, twins[1], wish),
    ])
    const done = answers.filter((answer) => 'done' in answer)
    assert.lengthOf(done, 1)
    const { passwordHash } = await Account.findOrFail(ada.id)
    assert.isTrue(await matches(passwordHash!, done[0].firstPassword!))
    assert.lengthOf(await entries('account.password_reset'), 1)
    assert.lengthOf(await Message.query().where('kind', 'password_voided'), 1)
  })

  test('deactivate it: it is deactivated once, and the person is told once', async ({ assert }) => {
    const { dol, ada, lena } = await theCast()
    const lisa = await person(dol, 'lisa', 'Lisa Low', 'liaison')
    const answers = await atOnce('accounts', ada.id, [
      () => AccountDeactivation.begin(lena, ada, 'Gone'),
      () => AccountDeactivation.begin(lisa, ada, 'Gone'),
    ])
    assert.sameMembers(answers, [true, false])
    assert.lengthOf(await Message.query().where('kind', 'account_deactivated'), 1)
  })
})

test.group('Jobs and visitors at once', (group) => {
  group.each.setup(committed)

  test('two processes remind of an end once', async ({ assert }) => {
    const { dol, ada } = await theCast()
    const ned = await person(dol, 'ned', 'Ned North')
    await ned.merge({ sponsorId: ada.id, endsAt: now() + 3 * day }).save()
    const both = await Promise.all([remindOfEnds(now()), remindOfEnds(now())])
    assert.equal(both[0].reminded + both[1].reminded, 1)
    assert.lengthOf(await Message.query().where('kind', 'renewal_due'), 2)
  })

  test('who asks for the activation mail many times at once gets few', async ({ assert }) => {
    const { lena, dol } = await theCast()
    await openAccount(lena, dol, {
      username: 'nia',
      fullName: 'Nia Novak',
      email: 'nia@example.gov',
      credentialSource: 'local',
      mustChangePassword: true,
      first: 'mailed_link',
    })
    const origin = { address: '192.0.2.1', requestId: 'test' }
    await Promise.all(Array.from({ length: 8 }, () => askForActivation('nia', origin)))
    assert.isAtMost((await Message.query().where('kind', 'account_opened')).length, 5)
  })
})
