import Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import { signIn } from '#app/accounts/signing_in/sign_in'
import Folder from '#app/folders/folder'
import { openAccount, type NewPerson } from '#app/folders/account_opening'
import Message from '#app/messages/message'
import { day, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

const nia: NewPerson = {
  username: 'nia',
  fullName: 'Nia Novak',
  email: 'nia@example.gov',
  credentialSource: 'local',
  mustChangePassword: true,
  first: 'shown_once',
}
const attempt = (password: string) => ({
  username: 'nia',
  password,
  device: 'test',
  origin: { address: '192.0.2.9', requestId: 'test' },
})

test.group('An account is opened', (group) => {
  group.each.setup(undone)

  test('with a home folder and a first password that is shown once', async ({ assert }) => {
    const { lena, dol } = await theCast()
    const opening = await openAccount(lena, dol, nia)
    if (!('account' in opening)) return assert.fail()
    assert.match(opening.firstPassword!, /^([a-z2-9]{4}-){6}[a-z2-9]{4}$/)
    assert.equal((await Folder.homeOf(opening.account))!.name, 'nia')
    assert.lengthOf(await Message.all(), 0)
    const entries = await AuditEntry.query().where('subjectId', opening.account.id)
    assert.notInclude(JSON.stringify(entries), opening.firstPassword!)

    const came = await signIn(attempt(opening.firstPassword!))
    assert.isTrue('account' in came && came.account.mustChangePassword)
  })

  test('the first password is over after 72 hours, and only its owner hears why', async ({
    assert,
  }) => {
    const { lena, dol } = await theCast()
    const opening = await openAccount(lena, dol, nia)
    if (!('account' in opening)) return assert.fail()
    await Account.query()
      .where('username', 'nia')
      .update({ passwordExpiresAt: now() - 1 })
    const late = await signIn(attempt(opening.firstPassword!))
    assert.match('refused' in late ? late.refused : '', /72 hours/)
    const wrong = await signIn(attempt('something-else-1'))
    assert.deepEqual(wrong, { refused: 'User name or password is not correct.' })
  })

  test('by a mailed link nobody sees a password, and there is none', async ({ assert }) => {
    const { lena, dol } = await theCast()
    const opening = await openAccount(lena, dol, { ...nia, first: 'mailed_link' })
    if (!('account' in opening)) return assert.fail()
    assert.isUndefined(opening.firstPassword)
    assert.isNull(opening.account.passwordHash)
    assert.deepEqual(
      (await Message.all()).map(({ kind, address }) => [kind, address]),
      [['account_opened', 'nia@example.gov']]
    )
  })

  test('every fault is named at its field, and then nothing is opened', async ({ assert }) => {
    const { lena, dol, otto } = await theCast()
    const opening = await openAccount(lena, dol, {
      ...nia,
      username: 'OTTO',
      fullName: ' ',
      email: 'nobody',
      sponsorId: otto.id,
      endsAt: now() - day,
    })
    assert.sameMembers(Object.keys('problems' in opening ? opening.problems : {}), [
      'username',
      'full_name',
      'email',
      'ends_on',
      'sponsor',
    ])
    assert.isNull(await Account.findBy('fullName', 'Nia Novak'))
  })

  test('nobody opens one in another organization, or without speaking for it', async ({
    assert,
  }) => {
    const { ada, olga, dol } = await theCast()
    for (const by of [ada, olga]) {
      await assert.rejects(() => openAccount(by, dol, nia))
    }
    assert.isNull(await Account.findBy('username', 'nia'))
    assert.lengthOf(await AuditEntry.query().where('event', 'action.refused'), 2)
  })
})
