import Account from '#app/accounts/account'
import AccountSession, { absoluteLimit, idleLimit } from '#app/accounts/sessions/account_session'
import AuditEntry from '#app/audit/audit_entry'
import { minute, now } from '#app/shared/clock'
import { password, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { once } from 'node:events'
import { request } from 'node:http'

const isIn = async (visitor: Visitor) => (await visitor.open('/home')).location !== '/sign-in'

async function visitorAs(username: string) {
  const visitor = new Visitor()
  await visitor.signIn(username, password)
  return visitor
}

test.group('Profile', (group) => {
  group.each.setup(undone)

  test('shows who one is and where one is signed in', async ({ client, assert }) => {
    const { ada } = await theCast()
    const chrome = 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36'
    await AccountSession.create({
      accountId: ada.id,
      address: '192.0.2.7',
      device: chrome,
      lastSeenAt: now(),
    })
    const response = await client.get('/profile').loginAs(await signedIn(ada))
    for (const words of ['Ada Adams', 'Department of Labor', 'Chrome on Windows', '192.0.2.7'])
      response.assertTextIncludes(words)
    response.assertTextIncludes('This session')
    response.assertTextIncludes('Change Password')
    assert.equal(response.text().match(/\/profile\/sessions\//g)?.length, 1)
  })
})

test.group('Sessions', (group) => {
  group.each.setup(undone)

  test('a session ended in another browser is over at the next request', async ({ assert }) => {
    const { ada } = await theCast()
    const office = await visitorAs('ada')
    const home = await visitorAs('ada')
    const { id } = await AccountSession.query().orderBy('id').firstOrFail()

    await home.open('/profile')
    await home.submit(`/profile/sessions/${id}?_method=DELETE`)
    assert.equal(home.location, '/profile')
    assert.isFalse(await isIn(office))
    assert.isTrue(await isIn(home))
    await office.visit('/home')
    assert.include(office.page, 'Sign in to go on.')
    const entry = await AuditEntry.findByOrFail('event', 'session.ended')
    assert.equal(entry.actorId, ada.id)
  })

  test('End all others leaves the one that asks', async ({ assert }) => {
    await theCast()
    const [one, two, three] = [
      await visitorAs('ada'),
      await visitorAs('ada'),
      await visitorAs('ada'),
    ]
    const otto = await visitorAs('otto')
    await one.open('/profile')
    await one.submit('/profile/sessions?_method=DELETE')
    assert.include((await one.visit('/profile')).page, 'Ended 2 other sessions.')
    assert.deepEqual(
      [await isIn(one), await isIn(two), await isIn(three), await isIn(otto)],
      [true, false, false, true]
    )
  })

  test('nobody ends a session of somebody else', async ({ client, assert }) => {
    const { ada, otto } = await theCast()
    const { session } = await signedIn(otto)
    const response = await client
      .delete(`/profile/sessions/${session!.id}`)
      .loginAs(await signedIn(ada))
      .withCsrfToken()
    response.assertStatus(404)
    assert.isNull((await session!.refresh()).endedAt)
  })

  test('ending a session twice changes nothing', async ({ assert }) => {
    const { ada } = await theCast()
    const { session } = await signedIn(ada)
    await session!.end(ada, 'ended')
    const { endedAt } = await session!.refresh()
    await session!.end(ada, 'ended')
    assert.equal((await session!.refresh()).endedAt, endedAt)
    assert.lengthOf(await AuditEntry.query().where('event', 'session.ended'), 1)
  })

  test('half an hour without a sign of life ends a session, and so do twelve hours', async ({
    assert,
  }) => {
    await theCast()
    const visitor = await visitorAs('ada')
    const session = await AccountSession.firstOrFail()

    await session.merge({ lastSeenAt: now() - idleLimit + minute }).save()
    assert.isTrue(await isIn(visitor))
    assert.closeTo((await session.refresh()).lastSeenAt, now(), minute)

    await session.merge({ createdAt: now() - absoluteLimit }).save()
    assert.isFalse(await isIn(visitor))
    await session.merge({ createdAt: now(), lastSeenAt: now() - idleLimit }).save()
    assert.isFalse(await isIn(visitor))
  })

  test('a password change elsewhere ends this session', async ({ client, assert }) => {
    await theCast()
    const visitor = await visitorAs('ada')
    const elsewhere = await signedIn(await Account.findByOrFail('username', 'ada'))
    const typed = { current_password: password, new_password: 'plum-tree-7' }
    await client
      .put('/password')
      .form({ ...typed, retype_password: 'plum-tree-7' })
      .loginAs(elsewhere)
      .withCsrfToken()
    assert.isFalse(await isIn(visitor))
  })

  test('signing in gives the browser a new session id and a new form token', async ({ assert }) => {
    await theCast()
    const visitor = await new Visitor().open('/sign-in')
    const [before, token] = [visitor.cookie, visitor.csrfToken]
    await visitor.submit('/sign-in', { username: 'ada', password })
    const id = /waybill=([^;]+)/
    assert.notEqual(id.exec(visitor.cookie)![1], id.exec(before)![1])
    await visitor.open('/profile')
    await visitor.submit('/sign-out', { _csrf: token })
    assert.isTrue(await isIn(visitor))
  })

  test('a password change gives the browser a new session id, and the old one opens nothing', async ({
    assert,
  }) => {
    await theCast()
    const visitor = await visitorAs('ada')
    const thief = visitor.alike()
    const before = /waybill=([^;]+)/.exec(visitor.cookie)![1]
    await visitor.open('/password')
    const chosen = { new_password: 'plum-tree-7', retype_password: 'plum-tree-7' }
    await visitor.submit('/password?_method=PUT', { current_password: password, ...chosen })
    assert.equal(visitor.location, '/sign-in')
    assert.notEqual(/waybill=([^;]+)/.exec(visitor.cookie)![1], before)
    assert.isFalse(await isIn(visitor))
    assert.isFalse(await isIn(thief))
  })

  test('signing out ends the session for good, even for who kept the cookie', async ({
    assert,
  }) => {
    await theCast()
    const visitor = await visitorAs('ada')
    const thief = visitor.alike()
    await visitor.open('/sign-out')
    assert.isTrue(await isIn(visitor))
    await visitor.submit('/sign-out')
    assert.include((await visitor.visit('/sign-in')).page, 'You have signed out.')
    assert.isFalse(await isIn(visitor))
    assert.isFalse(await isIn(thief))
    assert.exists(await AuditEntry.findBy('event', 'sign_out.done'))
  })

  test('a slow request that began before the session ended does not revive it', async ({
    assert,
  }) => {
    const { ada, adasHome } = await theCast()
    const visitor = await visitorAs('ada')
    await visitor.open('/home')
    const [session] = await AccountSession.liveOf(ada, now())
    await session.merge({ lastSeenAt: now() - 2 * minute }).save()
    const slow = request(`${visitor.origin}/folders/${adasHome.id}/forms?do=upload`, {
      method: 'POST',
      headers: {
        'cookie': visitor.cookie,
        'content-type': 'multipart/form-data; boundary=x',
      },
    })
    const field = (name: string, value: string) =>
      `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    slow.write(field('_csrf', visitor.csrfToken) + field('do', 'upload'))
    while ((await session.refresh()).lastSeenAt < now() - minute) continue
    await session.end(await signedIn(ada), 'ended')

    slow.end('--x--\r\n')
    const [answer] = await once(slow, 'response')
    answer.resume()
    await once(answer, 'end')
    assert.isFalse(await isIn(visitor))
    assert.isNotNull((await session.refresh()).endedAt)
  })
})
