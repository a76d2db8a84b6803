import AccountSession from '#app/accounts/sessions/account_session'
import { networkOf } from '#app/accounts/signing_in/network'
import Throttle, { brakes, delayAfter, tooOften as saysToWait } from '#app/accounts/signing_in/throttle'
import AuditEntry from '#app/audit/audit_entry'
import { cleanUp } from '#app/accounts/clean_up'
import { day, minute, now, second } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

const tooOften = 'That was tried too often.'

async function guess(username: string, times: number) {
  const visitor = new Visitor()
  for (let tries = 0; tries < times; tries++) await visitor.signIn(username, `guess-${tries}`)
  return visitor.open('/sign-in')
}

const entered = async (visitor: Visitor) =>
  (await visitor.signIn('ada', password)).location === '/home'

test.group('Failed sign-ins', (group) => {
  group.each.setup(undone)

  test('after five the account closes to unknown devices, for a while', async ({ assert }) => {
    await theCast()
    const visitor = await guess('ada', 6)
    assert.include(visitor.page, 'User name or password is not correct.')
    assert.isFalse(await entered(new Visitor()))
    assert.include((await guess('ada', 1)).page, tooOften)
    assert.lengthOf(await AccountSession.all(), 0)

    await Throttle.query().update({ openAt: now() - 1 })
    assert.isTrue(await entered(new Visitor()))
    assert.lengthOf(await Throttle.query().whereLike('id', 'account:%'), 0)
  })

  test('a name that nobody has closes in the same way, with the same words', async ({ assert }) => {
    await theCast()
    const known = await guess('ada', 7)
    const unknown = await guess('nobody', 7)
    const words = (visitor: Visitor) => /That was tried too often[^<]*/.exec(visitor.page)?.[0]
    assert.isString(words(known))
    assert.equal(words(known), words(unknown))
  })

  test('a device that signed in before is not held up by what strangers try', async ({ assert }) => {
    await theCast()
    const own = new Visitor()
    assert.isTrue(await entered(own))
    await own.open('/sign-out')
    await own.submit('/sign-out')

    await guess('ada', 8)
    assert.isFalse(await entered(new Visitor()))
    assert.isTrue(await entered(own))
  })

  test('nor is who is signed in already', async ({ assert }) => {
    await theCast()
    const own = new Visitor()
    await own.signIn('ada', password)
    await guess('ada', 8)
    assert.equal((await own.open('/profile')).status, 200)
  })

  test('another device’s mark does not help', async ({ assert }) => {
    await theCast()
    const ottos = new Visitor()
    await ottos.signIn('otto', password)
    await ottos.open('/sign-out')
    await ottos.submit('/sign-out')
    await guess('ada', 6)
    assert.isFalse(await entered(ottos))
  })

  test('a device that signed in before closes for itself when it guesses, and for nobody else', async ({
    assert,
  }) => {
    await theCast()
    const [own, another] = [new Visitor(), new Visitor()]
    for (const visitor of [own, another]) {
      assert.isTrue(await entered(visitor))
      await visitor.open('/sign-out')
      await visitor.submit('/sign-out')
    }
    for (let tries = 0; tries < 6; tries++) await own.signIn('ada', `guess-${tries}`)
    assert.isFalse(await entered(own))
    assert.include((await own.open('/sign-in')).page, tooOften)
    assert.isTrue(await entered(another))
    assert.isTrue(await entered(new Visitor()))
  })

  test('failures count for account, network and service alike, and hold back strangers only', async ({
    assert,
  }) => {
    await theCast()
    await guess('ada', 1)
    const counted = await Throttle.query().orderBy('id')
    assert.deepEqual(
      counted.map(({ id }) => id.replace(/^account:.*/, 'account')),
      ['account', 'everywhere', `network:${networkOf('127.0.0.1')}`]
    )
    const many = brakes.everywhere.free + 4
    await Throttle.query().where('id', 'everywhere').update({ failures: many, lastFailedAt: now() })
    const held = await Throttle.holdFor('everywhere', brakes.everywhere)
    assert.equal(held, brakes.everywhere.most)
    assert.isTrue(await entered(new Visitor()))
  })

  test('neighbours at the same address get in while one account is closed', async ({ assert }) => {
    await theCast()
    await guess('ada', 8)
    const otto = await new Visitor().signIn('otto', password)
    assert.equal(otto.location, '/home')
  })

  test('a hundred at once are not a hundred free tries', async ({ assert }) => {
    await theCast()
    const tries = Array.from({ length: 100 }, (_, at) => new Visitor().signIn('ada', `guess-${at}`))
    await Promise.all(tries)
    const refusals = await AuditEntry.query().where('event', 'sign_in.refused')
    assert.isAtMost(refusals.length, brakes.account.free + 1)
  })

  test('a network with many failures is slowed, never shut', async ({ assert }) => {
    await theCast()
    const id = `network:${networkOf('127.0.0.1')}`
    await Throttle.create({ id, failures: brakes.network.free + 1, lastFailedAt: now(), openAt: 0 })
    assert.equal(await Throttle.holdFor(id, brakes.network), brakes.network.first)
    assert.isTrue(await entered(new Visitor()))
  })

  test('what was counted outlives a restart, and is forgotten in time', async ({ assert }) => {
    const take = () => inTransaction((trx) => Throttle.take('account:x', brakes.account, trx))
    for (let tries = 0; tries < 6; tries++) assert.isNull(await take())
    assert.closeTo((await take())!, now() + brakes.account.first, second)

    const stored = await Throttle.findOrFail('account:x')
    const long = now() - 6 * brakes.account.forgetsEvery
    await stored.merge({ lastFailedAt: long, openAt: 0 }).save()
    assert.isNull(await take())
    assert.equal((await stored.refresh()).failures, 1)

    await stored.merge({ lastFailedAt: now() - day - minute }).save()
    await cleanUp(now())
    assert.isNull(await Throttle.find('account:x'))
  })

  test('the waiting doubles up to its limit', ({ assert }) => {
    const waits = [5, 6, 7, 8, 40, 5000].map((failures) => delayAfter(failures, brakes.account))
    assert.deepEqual(waits, [0, 4, 8, 16, 900, 900].map((seconds) => seconds * second))
  })

  test('how long one waits is said to the second, then to the minute: {0}')
    .with([
      [second / 2, '1 second'],
      [90 * second, '90 seconds'],
      [91 * second, '2 minutes'],
    ] as [number, string][])
    .run(({ assert }, [wait, words]) =>
      assert.equal(saysToWait(now() + wait), `That was tried too often. Wait ${words}, then try again.`)
    )

  test('an IPv6 network is its /64: {0}')
    .with([
      ['192.0.2.7', '192.0.2.7'],
      ['::ffff:192.0.2.7', '192.0.2.7'],
      ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
      ['2001:db8:1:2::9', '2001:db8:1:2'],
      ['2001:0db8::1', '2001:db8:0:0'],
      ['::1', '0:0:0:0'],
    ])
    .run(({ assert }, [address, network]) => assert.equal(networkOf(address), network))
})
