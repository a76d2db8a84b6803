import AccountSession from '#app/accounts/sessions/account_session'
import AuditEntry from '#app/audit/audit_entry'
import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { everyAddress, everyDoor, isUnsafe, type Verb } from '#tests/support/routes'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

/** Open to everybody. Whoever adds a route here says in the commit why it needs no sign-in. */
const isPublic = new Set([
  'activations.create',
  'activations.edit',
  'activations.store',
  'activations.update',
  'confirmations.reports.store',
  'confirmations.show',
  'confirmations.store',
  'find_your_liaison.index',
  'health.live',
  'health.ready',
  'logo.show',
  'password_resets.create',
  'password_resets.edit',
  'password_resets.store',
  'password_resets.update',
  'quick_references.data',
  'quick_references.index',
  'quick_references.markdown',
  'quick_references.reports.create',
  'quick_references.reports.store',
  'quick_references.show',
  'quick_references.text',
  'request_access.create',
  'request_access.show',
  'request_access.store',
  'request_access.withdrawals.create',
  'request_access.withdrawals.store',
  'sign_in.create',
  'sign_in.store',
  'sign_out.create',
  'sign_out.store',
  'start',
  'unknown',
  'who_to_call.show',
  'who_to_call.text',
])

/** What is reachable with a password that must be changed: the change form, sign-out, help, and being there. */
const isOpenBeforeChange = new Set([
  'password.edit',
  'password.update',
  'help.show',
  /** Who cannot get past the rule of getting in needs help with it. */
  'help_requests.store',
  'help_requests.index',
  'help_requests.show',
  'help_requests.notes.store',
  'help_requests.closings.store',
  'help_requests.reopenings.store',
  'presence.show',
])

const ask = (client: ApiClient, verb: Verb, path: string) =>
  client.request(path, verb).redirects(0).accept('html')

test.group('A walk along every route', (group) => {
  group.each.setup(undone)

  test('what is open to everybody is on the list, and nothing else', ({ assert }) => {
    const open = everyDoor().filter(({ access }) => access === 'anyone')
    assert.deepEqual(
      open.map(({ name }) => name).filter((name) => !isPublic.has(name)),
      []
    )
  })

  test('a visitor is asked to sign in, or learns nothing', async ({ client, assert }) => {
    await theCast()
    for (const { verb, path, access } of everyDoor()) {
      if (access === 'anyone') continue
      const response = await ask(client, verb, path).withCsrfToken()
      const isLed = response.status() === 302 && response.header('location') === '/sign-in'
      assert.isTrue(isLed || [401, 404].includes(response.status()), `${verb} ${path}`)
    }
  })

  test('a visitor’s program is answered 401', async ({ client }) => {
    for (const { verb, path, access } of everyDoor()) {
      if (access === 'anyone') continue
      const response = await client.request(path, verb).accept('json').withCsrfToken()
      response.assertStatus(401)
    }
  })

  test('nothing unsafe is done without the form’s token', async ({ client, assert }) => {
    const { ada } = await theCast()
    for (const { verb, path, name } of everyDoor()) {
      if (!isUnsafe(verb) || name === 'folders.forms.store') continue
      const response = await ask(client, verb, path).loginAs(await signedIn(ada))
      if (name === 'sign_in.store') response.assertHeader('location', '/sign-in')
      else assert.equal(response.status(), 403, `${verb} ${path}`)
    }
    assert.lengthOf(await AccountSession.query().whereNotNull('endedAt'), 0)
  })

  test('nor what another site made the browser send', async ({ client, assert }) => {
    const { ada } = await theCast()
    const signs: Record<string, string>[] = [
      { origin: 'https://elsewhere.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]
    for (const { verb, path } of everyDoor()) {
      if (!isUnsafe(verb)) continue
      for (const sign of signs) {
        const response = await ask(client, verb, path)
          .headers(sign)
          .loginAs(await signedIn(ada))
          .withCsrfToken()
        assert.equal(response.status(), 403, `${verb} ${path}`)
      }
    }
  })

  test('with a password that must be changed only change, sign-out and help open', async ({
    client,
    assert,
  }) => {
    const { ada } = await theCast()
    await ada.merge({ mustChangePassword: true }).save()
    for (const { verb, path, name, access } of everyDoor()) {
      if (access === 'anyone' || isOpenBeforeChange.has(name)) continue
      const response = await ask(client, verb, path)
        .loginAs(await signedIn(ada))
        .withCsrfToken()
      assert.equal(response.header('location'), '/password', `${verb} ${path}`)
    }
    const done = await AuditEntry.query().whereNot('outcome', 'refused').where('actorId', ada.id)
    assert.deepEqual(done, [])
  })

  test('nor does another method at the same address open more', async ({ client, assert }) => {
    const { ada } = await theCast()
    await ada.merge({ mustChangePassword: true }).save()
    const known = new Set(everyDoor().map(({ verb, path }) => `${verb} ${path.split('/')[1]}`))
    for (const { verb, path } of everyAddress()) {
      if (known.has(`${verb} ${path.split('/')[1]}`)) continue
      const response = await ask(client, verb, path)
        .loginAs(await signedIn(ada))
        .withCsrfToken()
      assert.isTrue([403, 404].includes(response.status()), `${verb} ${path}: ${response.status()}`)
    }
  })
})

test.group('A deactivated account, a suspended organization', (group) => {
  group.each.setup(undone)

  test('with a session that is open still, nothing but public pages opens', async ({
    client,
    assert,
  }) => {
    const { ada, otto, opm } = await theCast()
    const [left, stuck] = [await signedIn(ada), await signedIn(otto)]
    await ada.merge({ deactivatedAt: Date.now() }).save()
    await opm.merge({ suspendedAt: Date.now() }).save()
    for (const account of [left, stuck]) {
      for (const { verb, path, access } of everyDoor()) {
        if (access === 'anyone') continue
        const response = await ask(client, verb, path).loginAs(account).withCsrfToken()
        assert.equal(response.status(), 403, `${verb} ${path}`)
      }
      const page = await client.get('/home').loginAs(account)
      page.assertTextIncludes(account === left ? 'is not active' : 'is suspended at present')
    }
  })
})
