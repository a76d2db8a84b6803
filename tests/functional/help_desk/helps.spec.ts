import type Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { helpDeskActs } from '#app/accounts/service_policy/service_policy'
import ServiceSetting from '#app/accounts/service_policy/service_setting'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import AuditEntry from '#app/audit/audit_entry'
import Message from '#app/messages/message'
import { minute, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import { password, person, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { theHelpDesk } from '#tests/support/help_desk'
import { aClock } from '#tests/support/later'
import { mailed, pathIn } from '#tests/support/mailed'
import { anOperator } from '#tests/support/operators'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'

/** What each of them needs before there is something to do, and what it leaves on record. */
const helps = [
  { path: 'unlockings', act: 'unlock', event: 'account.unlocked_for_caller' },
  { path: 'password-resets', act: 'reset', event: 'account.reset_for_caller' },
  { path: 'session-ends', act: 'end_sessions', event: 'account.sessions_ended_for_caller' },
  { path: 'activation-mails', act: 'send_activation', event: 'account.activation_sent_for_caller' },
] as const
type Path = (typeof helps)[number]['path']

const of = ({ id }: Account, path = '') => `/help-desk/accounts/${id}${path && `/${path}`}`
const because = 'Ticket 4711: locked out after the holidays'

async function ready(account: Account, path: Path) {
  if (path === 'session-ends') await signedIn(account)
  if (path === 'activation-mails') await account.merge({ passwordHash: null }).save()
  if (path === 'unlockings') {
    await inTransaction(async (trx) => {
      const key = `account:${account.username}`
      for (let n = 0; n < 8; n++) await Throttle.take(key, brakes.account, trx, account.username)
    })
  }
}

async function calling() {
  const cast = { ...(await theCast()), hank: await theHelpDesk() }
  return { ...cast, visitor: await new Visitor().signIn('hank', password) }
}

const helped = () =>
  AuditEntry.query().where('event', 'like', '%_for_caller').where('outcome', 'done')

test.group('What the help desk does for a caller', (group) => {
  group.each.setup(undone)

  test('{path}: asks why, is done once, is on record, and the liaison is told')
    .with([...helps])
    .run(async ({ assert }, { path, event }) => {
      const { ada, dol, hank, visitor } = await calling()
      await ready(ada, path)
      const page = of(ada, `${path}/create`)
      assert.equal((await visitor.open(page)).status, 200)
      assert.include(visitor.page, 'Reason')

      await visitor.submit(of(ada, path), { because: '  ' }, page)
      assert.include((await visitor.open(page)).page, 'Say why: what the caller said')
      assert.isEmpty(await helped())
      assert.isEmpty(await Message.all())

      await visitor.submit(of(ada, path), { because }, page)
      assert.equal(visitor.location, of(ada))
      const [entry] = await helped()
      assert.include(entry.$attributes, { event, actorId: hank.id, organizationId: dol.id })
      assert.equal(entry.details.because, because)
      const letters = await mailed()
      const told = letters.find(({ to }) => to === 'lena@example.gov')!
      assert.equal(told.subject, 'The help desk helped Ada Adams')
      assert.include(told.text, because)
      assert.include(told.text, 'Hank Hall')
      assert.isEmpty(
        letters.filter(({ to }) => !['lena@example.gov', 'ada@example.gov'].includes(to))
      )

      await visitor.open(page)
      await visitor.submit(of(ada, path), { because }, page)
      assert.lengthOf(await helped(), 1)
      assert.isEmpty(await mailed())
    })

  test('{path}: shows in the liaison’s activity and on the account’s page, with the reason')
    .with([...helps])
    .run(async ({ assert }, { path }) => {
      const { ada, visitor } = await calling()
      await ready(ada, path)
      await visitor.open(of(ada, `${path}/create`))
      await visitor.submit(of(ada, path), { because })
      const lena = await new Visitor().signIn('lena', password)
      for (const place of ['/liaison/activity', `/liaison/accounts/${ada.id}`]) {
        const { page } = await lena.open(place)
        assert.include(page, 'Hank Hall (hank)')
        assert.include(page, because)
      }
    })

  test('{path}: is nothing for Ada, for a liaison, for a visitor')
    .with([...helps])
    .run(async ({ assert }, { path }) => {
      const { ada, otto } = await calling()
      await ready(otto, path)
      for (const name of ['ada', 'lena', 'olga']) {
        if (name === 'ada') await ada.refresh()
        const other = await new Visitor().signIn(name, password)
        assert.equal((await other.open(of(otto, `${path}/create`))).status, 403, name)
        await other.open('/profile')
        assert.equal((await other.submit(of(otto, path), { because })).status, 403, name)
      }
      const nobody = await new Visitor().open('/sign-in')
      await nobody.submit(of(otto, path), { because })
      assert.equal(nobody.location, '/sign-in')
      assert.isEmpty(await helped())
      assert.isEmpty(await Message.all())
    })

  test('{path}: not with an operator’s account, another of the help desk, or the own one')
    .with([...helps])
    .run(async ({ assert }, { path }) => {
      const { hank, visitor } = await calling()
      const olive = await anOperator()
      const holly = await person(hank.organization, 'holly', 'Holly Hart', 'help_desk')
      for (const account of [olive, holly, hank]) {
        if (account !== hank) await ready(account, path)
        assert.include(
          (await visitor.open(of(account, `${path}/create`))).page,
          account === hank ? 'Nobody does this to themselves' : 'cannot act on it'
        )
        assert.notInclude(visitor.page, 'Reason')
        await visitor.open('/profile')
        assert.equal((await visitor.submit(of(account, path), { because })).status, 403)
      }
      assert.isEmpty(await helped())
      assert.isEmpty(await Message.all())
      assert.isEmpty(await AccountSession.query().whereNotNull('endedAt'))
    })

  test('{path}: only what the policy leaves to the help desk; an operator may all the same')
    .with([...helps])
    .run(async ({ assert }, { path, act }) => {
      const { ada, visitor } = await calling()
      const left = helps.map((one) => one.act).filter((one) => one !== act)
      const row = { value: JSON.stringify(left), changedAt: now() }
      await ServiceSetting.create({ name: helpDeskActs.name, ...row })
      await ready(ada, path)
      const { page } = await visitor.open(of(ada, `${path}/create`))
      assert.include(page, 'does not leave this to the help desk')
      await visitor.open('/profile')
      assert.equal((await visitor.submit(of(ada, path), { because })).status, 403)
      assert.isEmpty(await helped())

      await anOperator()
      const olive = await new Visitor().signIn('olive', password)
      await olive.open(of(ada, `${path}/create`))
      await olive.submit(of(ada, path), { because })
      assert.lengthOf(await helped(), 1)
    })

  test('added fields change nothing of it', async ({ assert }) => {
    const { ada, lena, visitor } = await calling()
    const extra = { account_id: lena.id, by: lena.id, email: 'eve@example.com', act: 'unlock' }
    await visitor.open(of(ada, 'password-resets/create'))
    await visitor.submit(of(ada, 'password-resets'), { because, ...extra })
    const letters = await mailed()
    assert.sameMembers(
      letters.map(({ to }) => to),
      ['ada@example.gov', 'lena@example.gov']
    )
    await ada.refresh()
    assert.equal(ada.email, 'ada@example.gov')
  })
})

test.group('A reset that the help desk starts', (group) => {
  group.each.setup(undone)

  test('leaves the password as it is until the person uses the link', async ({ assert }) => {
    const { ada, visitor } = await calling()
    const before = ada.passwordHash
    const session = await AccountSession.begin(
      Object.assign(ada, { origin: { address: '127.0.0.1', requestId: 'test' } }),
      'test'
    )
    await visitor.open(of(ada, 'password-resets/create'))
    await visitor.submit(of(ada, 'password-resets'), { because })
    await ada.refresh()
    assert.include(ada.$attributes, { passwordHash: before, mustChangePassword: false })
    await session.refresh()
    assert.isNull(session.endedAt)

    const letters = await mailed()
    const letter = letters.find(({ subject }) => subject === 'Set a new password')!
    assert.equal(letter.to, 'ada@example.gov')
    const link = pathIn(letter.text)
    const { page } = await visitor.open(of(ada))
    assert.notInclude(page, link)
    const adas = await new Visitor().open(link)
    assert.equal(adas.status, 200)
  })

  test('is no way to a password that a directory keeps', async ({ assert }) => {
    const { ada, visitor } = await calling()
    await ada.merge({ credentialSource: 'directory' }).save()
    assert.include(
      (await visitor.open(of(ada, 'password-resets/create'))).page,
      'reset where Windows passwords are reset'
    )
    await visitor.open('/profile')
    assert.equal((await visitor.submit(of(ada, 'password-resets'), { because })).status, 403)
    assert.isEmpty(await Message.all())
  })

  test('says what to do where there is no mail address, no activation yet, no active account', async ({
    assert,
  }) => {
    const { ada, visitor } = await calling()
    const asked = async () => {
      await visitor.open('/profile')
      await visitor.submit(of(ada, 'password-resets'), { because })
      return visitor.open(of(ada))
    }
    await ada.merge({ email: null }).save()
    assert.include((await asked()).page, 'No mail address is known for Ada Adams')
    await ada.merge({ email: 'ada@example.gov', passwordHash: null }).save()
    assert.include((await asked()).page, 'send the activation mail again instead')
    await ada.merge({ deactivatedAt: now() }).save()
    assert.include((await asked()).page, 'This account is not active.')
    assert.isEmpty(await Message.all())
    assert.isEmpty(await helped())
  })

  test('can be started again later, and not without end', async ({ assert, cleanup }) => {
    const clock = aClock()
    cleanup(() => clock.undo())
    const { ada, visitor } = await calling()
    const counts: number[] = []
    for (let n = 0; n < 8; n++) {
      await visitor.open('/profile')
      await visitor.submit(of(ada, 'password-resets'), { because })
      counts.push((await helped()).length)
      clock.pass(minute + 1000)
    }
    assert.equal(counts[1], 2)
    assert.isBelow(counts[7], 8)
  })
})

test.group('The liaison who is told', (group) => {
  group.each.setup(undone)

  test('is another one, if the caller is a liaison; who wants mails at once comes first', async ({
    assert,
  }) => {
    const { dol, lena, ada, visitor } = await calling()
    await person(dol, 'luis', 'Luis Lopez', 'liaison')
    const ask = async (account: Account) => {
      await signedIn(account)
      await visitor.open('/profile')
      await visitor.submit(of(account, 'session-ends'), { because })
      const letters = await mailed()
      return letters.map(({ to }) => to)
    }
    assert.deepEqual(await ask(lena), ['luis@example.gov'])
    assert.deepEqual(await ask(ada), ['lena@example.gov'])
    await lena.merge({ requestNotices: 'daily' }).save()
    assert.deepEqual(await ask(ada), ['luis@example.gov'])
  })

  test('is nobody where nobody speaks; it is on record all the same', async ({ assert }) => {
    const { otto, olga, visitor } = await calling()
    await olga.merge({ deactivatedAt: now() }).save()
    await signedIn(otto)
    await visitor.open('/profile')
    await visitor.submit(of(otto, 'session-ends'), { because })
    assert.lengthOf(await helped(), 1)
    assert.isEmpty(await Message.all())
  })
})
