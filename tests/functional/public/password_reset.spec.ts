import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { matches } from '#app/accounts/passwords/password_hash'
import Secret from '#app/accounts/secret'
import AuditEntry from '#app/audit/audit_entry'
import { deliverDue } from '#app/messages/deliver'
import Message from '#app/messages/message'
import service from '#config/service'
import { minute, now } from '#app/shared/clock'
import { password, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { PostOffice } from '#tests/support/post_office'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const chosen = 'plum-tree-7'

const ask = (client: ApiClient, username: string) =>
  client.post('/password/forgot').form({ username }).withCsrfToken().redirects(0)

const reset = (client: ApiClient, path: string, typed: Record<string, string> = {}) =>
  client
    .put(path)
    .form({ new_password: chosen, retype_password: chosen, ...typed })
    .withCsrfToken()
    .redirects(0)

test.group('Forgotten password', (group) => {
  let office: PostOffice
  group.each.setup(undone)
  group.each.setup(async () => {
    office = await new PostOffice().open()
    return () => office.close()
  })

  async function linkFor(client: ApiClient, username: string) {
    await ask(client, username)
    await deliverDue(now(), { mailer: office.mailer() })
    return /\/password\/reset\/\S+/.exec(office.letters.at(-1)!.text!)![0]
  }

  test('the mailed link sets a new password, once', async ({ client, assert }) => {
    const { ada } = await theCast()
    await ada.merge({ mustChangePassword: true }).save()
    await signedIn(ada)
    const path = await linkFor(client, 'ada')
    const page = await client.get(path)
    page.assertTextIncludes('At least 7 characters')

    const done = await reset(client, path)
    done.assertHeader('location', '/sign-in')
    const fresh = await Account.findOrFail(ada.id)
    assert.isTrue(await matches(fresh.passwordHash!, chosen))
    assert.isFalse(fresh.mustChangePassword)
    assert.lengthOf(await AccountSession.query().whereNull('endedAt'), 0)
    assert.exists(await AuditEntry.findBy({ event: 'password_reset.done', subjectId: ada.id }))
    assert.exists(await Message.findBy('kind', 'password_changed'))

    const again = await reset(client, path, {
      new_password: 'pear-tree-7',
      retype_password: 'pear-tree-7',
    })
    again.assertStatus(410)
    const reopened = await client.get(path)
    reopened.assertStatus(410)
    assert.isTrue(await matches((await ada.refresh()).passwordHash!, chosen))
  })

  test('the link in the mail begins with the service’s own address, whatever name the request came by', async ({
    client,
    assert,
  }) => {
    await theCast()
    await ask(client, 'ada').header('x-forwarded-host', 'elsewhere.example')
    await client
      .post('/password/forgot')
      .form({ username: 'ada' })
      .withCsrfToken()
      .header('host', '127.0.0.1:99')
    await deliverDue(now(), { mailer: office.mailer() })
    assert.lengthOf(office.letters, 2)
    for (const { text } of office.letters) {
      assert.include(text, `${service.url}/password/reset/`)
      assert.notMatch(text!, /elsewhere|127\.0\.0\.1/)
    }
  })

  test('whoever else was signed in on this browser is signed out for good', async ({
    client,
    assert,
  }) => {
    const { otto } = await theCast()
    const path = await linkFor(client, 'ada')
    const done = await client
      .put(path)
      .form({ new_password: chosen, retype_password: chosen })
      .loginAs(await signedIn(otto))
      .withCsrfToken()
      .redirects(0)
    done.assertHeader('location', '/sign-in')
    assert.lengthOf(await AccountSession.query().whereNull('endedAt'), 0)
  })

  test('opening the link, however often, uses nothing up', async ({ client }) => {
    await theCast()
    const path = await linkFor(client, 'ada')
    for (let looks = 0; looks < 3; looks++) (await client.get(path)).assertStatus(200)
    const done = await reset(client, path)
    done.assertHeader('location', '/sign-in')
  })

  test('nobody learns whether there is an account', async ({ client, assert }) => {
    const { ada } = await theCast()
    const known = await ask(client, 'ada')
    const unknown = await ask(client, 'nobody')
    assert.equal(known.status(), unknown.status())
    const withoutTokens = (text: string) => text.replace(/name='_csrf' value='[^']*'/g, '')
    assert.equal(withoutTokens(known.text()), withoutTokens(unknown.text()))
    assert.lengthOf(await Message.all(), 1)
    assert.equal((await Message.firstOrFail()).accountId, ada.id)
  })

  test('neither outbox nor database holds the secret', async ({ client, assert }) => {
    await theCast()
    const path = await linkFor(client, 'ada')
    const token = path.split('/').at(-1)!
    assert.isAtLeast(Buffer.from(token, 'base64url').length, 16)
    assert.notInclude(JSON.stringify(await Message.all()), token)
    assert.notInclude(JSON.stringify(await Secret.all()), token)
  })

  test('a link lives for 30 minutes', async ({ client, assert }) => {
    const { ada } = await theCast()
    const path = await linkFor(client, 'ada')
    const secret = await Secret.firstOrFail()
    assert.equal(Math.round((secret.expiresAt - secret.createdAt) / minute), 30)
    await secret.merge({ expiresAt: now() - 1 }).save()
    ;(await client.get(path)).assertStatus(410)
    ;(await reset(client, path)).assertStatus(410)
    assert.isTrue(await matches((await ada.refresh()).passwordHash!, password))
  })

  test('a secret for another purpose opens nothing here', async ({ client }) => {
    await theCast()
    const path = await linkFor(client, 'ada')
    await Secret.query().update({ purpose: 'activation' })
    ;(await reset(client, path)).assertStatus(410)
  })

  test('a link of a deactivated account opens nothing', async ({ client }) => {
    const { ada } = await theCast()
    const path = await linkFor(client, 'ada')
    await ada.merge({ deactivatedAt: now() }).save()
    ;(await reset(client, path)).assertStatus(410)
  })

  test('of two who use a link at once one succeeds', async ({ client, assert }) => {
    await theCast()
    const path = await linkFor(client, 'ada')
    const both = await Promise.all([reset(client, path), reset(client, path)])
    assert.sameMembers(
      both.map((response) => response.status()),
      [302, 410]
    )
    assert.lengthOf(await AuditEntry.query().where('event', 'password_reset.done'), 1)
  })

  test('what breaks a rule leaves the link good', async ({ client, assert }) => {
    await theCast()
    const path = await linkFor(client, 'ada')
    const refused = await reset(client, path, { new_password: 'abc' })
    assert.property(refused.flashMessage('inputErrorsBag'), 'new_password')
    const done = await reset(client, path)
    done.assertHeader('location', '/sign-in')
  })

  test('a chosen password makes links that are under way useless', async ({ client }) => {
    const { ada } = await theCast()
    const path = await linkFor(client, 'ada')
    const typed = { current_password: password, new_password: 'pear-tree-7' }
    await client
      .put('/password')
      .form({ ...typed, retype_password: 'pear-tree-7' })
      .loginAs(await signedIn(ada))
      .withCsrfToken()
    ;(await reset(client, path)).assertStatus(410)
  })

  test('who asks again and again fills no inbox', async ({ client, assert }) => {
    await theCast()
    for (let tries = 0; tries < 6; tries++) await ask(client, 'ada')
    assert.lengthOf(await Message.all(), 4)
  })

  test('a directory account is told by mail where to go', async ({ client, assert }) => {
    const { ada } = await theCast()
    await ada.merge({ credentialSource: 'directory' }).save()
    await ask(client, 'ada')
    await deliverDue(now(), { mailer: office.mailer() })
    assert.include(office.letters[0].text, 'Change it where you change your Windows password.')
    assert.lengthOf(await Secret.all(), 0)
  })

  test('by mail address, in any capitals', async ({ client, assert }) => {
    const { ada } = await theCast()
    await ask(client, 'ADA@example.gov')
    assert.equal((await Message.firstOrFail()).accountId, ada.id)
  })
})
