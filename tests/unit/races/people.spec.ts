import Account from '#app/accounts/account'
import { matches } from '#app/accounts/passwords/password_hash'
import { resetPassword } from '#app/accounts/passwords/password_reset'
import Secret from '#app/accounts/secret'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { theService } from '#app/audit/actor'
import AuditEntry from '#app/audit/audit_entry'
import Application from '#app/enrollment/application'
import { openOperator } from '#app/enrollment/operator_opening'
import Terms from '#app/enrollment/terms'
import TermsAcceptance from '#app/enrollment/terms_acceptance'
import Message from '#app/messages/message'
import { inTransaction } from '#app/shared/transaction'
import { person, theCast } from '#tests/support/cast'
import { committed } from '#tests/support/database'
import { atOnce, times } from '#tests/support/races'
import { test } from '@japa/runner'

const origin = { address: '192.0.2.1', requestId: 'test' }
const entries = (event: string) => AuditEntry.query().where({ event })

test.group('Several people, or one several times, at once', (group) => {
  group.each.setup(committed)

  test('two accept the terms: they are accepted once, by one of them', async ({ assert }) => {
    const { dol, lena } = await theCast()
    const lisa = await person(dol, 'lisa', 'Lisa Low', 'liaison')
    const application = await Application.builtIn()
    await Terms.publish(theService, application, 'Only for work.')
    const [hers, others] = [
      await Terms.current(application.id),
      await Terms.current(application.id),
    ]
    const answers = await atOnce('organizations', dol.id, [
      () => hers!.accept(lena),
      () => others!.accept(lisa),
    ])
    assert.deepEqual(answers, [true, true])
    assert.lengthOf(await TermsAcceptance.all(), 1)
    assert.lengthOf(await entries('terms.accepted'), 1)
    assert.lengthOf(await Message.query().where('kind', 'terms_accepted'), 1)
  })

  test('a reset link that is used several times sets one password', async ({ assert }) => {
    const { ada } = await theCast()
    const token = await inTransaction((trx) => Secret.make(ada, 'password_reset', trx))
    const { id } = await Secret.firstOrFail()
    const chosen = ['plum-tree-7', 'pear-tree-7', 'palm-tree-7']
    const resets = await atOnce(
      'secrets',
      id,
      chosen.map((word) => () => {
        return resetPassword(token, { new_password: word, retype_password: word }, origin)
      })
    )
    const winner = resets.findIndex((reset) => typeof reset === 'object' && 'account' in reset)
    assert.sameMembers(resets.toSpliced(winner, 1), ['link_is_gone', 'link_is_gone'])
    const { passwordHash } = await Account.findOrFail(ada.id)
    assert.isTrue(await matches(passwordHash!, chosen[winner]))
    assert.lengthOf(await entries('password_reset.done'), 1)
    assert.lengthOf(await Message.query().where('kind', 'password_changed'), 1)
  })

  test('of several who open the first operator’s account one is the first', async ({ assert }) => {
    const { id } = await Application.builtIn()
    const openings = await atOnce(
      'applications',
      id,
      times(3, (at) =>
        openOperator(theService, {
          username: `olive${at}`,
          fullName: 'Olive Ortiz',
          email: 'olive@example.gov',
          organizationName: 'Service',
        })
      )
    )
    assert.lengthOf(
      openings.filter((opening) => 'account' in opening),
      1
    )
    assert.lengthOf(await Account.all(), 1)
  })

  test('tries that are counted while others are forgiven are neither lost nor faults', async ({
    assert,
  }) => {
    const key = 'device:test'
    const take = () => inTransaction((trx) => Throttle.take(key, brakes.device, trx))
    const forgive = () => inTransaction((trx) => Throttle.release(key, trx))
    await Promise.all(
      times<unknown>(400, (at) => (at % 2 ? forgive() : take())).map((work) => work())
    )
    await forgive()

    await Promise.all(times(3, take).map((work) => work()))
    assert.equal((await Throttle.findOrFail(key)).failures, 3)
  })
})
