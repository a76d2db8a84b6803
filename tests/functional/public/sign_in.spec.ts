import AccountSession from '#app/accounts/sessions/account_session'
import { hashed } from '#app/accounts/passwords/password_hash'
import AuditEntry from '#app/audit/audit_entry'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { Visitor } from '#tests/support/visitor'
import type { ApiClient } from '@japa/api-client'
import { test } from '@japa/runner'

const signIn = (client: ApiClient, username: string, typed = password) =>
  client.post('/sign-in').form({ username, password: typed }).withCsrfToken().redirects(0)

const notCorrect = 'User name or password is not correct.'

test.group('Sign in', (group) => {
  group.each.setup(undone)

  test('the page names the fields and says that both are case sensitive', async ({ client }) => {
    const response = await client.get('/sign-in')
    response.assertStatus(200)
    for (const words of ['Sign In', 'User Name', 'Password'])
      response.assertTextIncludes(words)
    response.assertTextIncludes('Both User Name and Password are case sensitive.')
  })

  test('the right user name and password begin a session, and the trail says so', async ({
    client,
    assert,
  }) => {
    const { ada } = await theCast()
    const response = await signIn(client, 'ada')
    response.assertHeader('location', '/home')

    const session = await AccountSession.findByOrFail('accountId', ada.id)
    assert.equal(response.session().auth_web, session.id)
    const entry = await AuditEntry.findByOrFail('event', 'sign_in.done')
    assert.equal(entry.actorId, ada.id)
    assert.isNotNull((await ada.refresh()).lastSignedInAt)
  })

  test('the same answer for a wrong password, wrong capitals and an unknown name', async ({
    client,
    assert,
  }) => {
    await theCast()
    for (const [username, typed] of [
      ['ada', 'wrong-horse-7'],
      ['ada', password.toUpperCase()],
      ['Ada', password],
      ['nobody', password],
      [`a\0da`, password],
      ['x'.repeat(3000), password],
    ]) {
      const response = await signIn(client, username, typed)
      response.assertStatus(302)
      response.assertHeader('location', '/sign-in')
      response.assertFlashMessage('problem', notCorrect)
    }
    assert.lengthOf(await AccountSession.all(), 0)
    assert.lengthOf(await AuditEntry.query().where('event', 'sign_in.refused'), 6)
  })

  test('a blank is part of a password', async ({ client, assert }) => {
    await theCast()
    await signIn(client, 'ada', ` ${password}`)
    await signIn(client, 'ada', `${password} `)
    assert.lengthOf(await AccountSession.all(), 0)
  })

  test('a password may be typed composed or not, and is kept as an scrypt hash', async ({
    client,
    assert,
  }) => {
    const { ada } = await theCast()
    const typed = 'Überfluß-é-7'
    await ada.merge({ passwordHash: await hashed(typed.normalize('NFC')) }).save()
    assert.match(ada.passwordHash!, /^\$scrypt\$/)
    for (const form of ['NFC', 'NFD'] as const) {
      const response = await signIn(client, 'ada', typed.normalize(form))
      response.assertHeader('location', '/home')
    }
    assert.lengthOf(await AccountSession.all(), 2)
  })

  test('however much is typed, the answer fits into the cookie that carries it', async ({
    assert,
  }) => {
    const visitor = await new Visitor().signIn('x'.repeat(5000), password)
    for (const cookie of visitor.headers.getSetCookie()) assert.isBelow(cookie.length, 4096)
    assert.include((await visitor.visit('/sign-in')).page, notCorrect)
  })

  test('a browser that keeps no cookies is told so, for it could not be told on the next page', async ({
    assert,
  }) => {
    await theCast()
    const body = new URLSearchParams({ username: 'ada', password })
    const address = `http://localhost:${process.env.PORT}/sign-in`
    const response = await fetch(address, { method: 'POST', body, headers: { accept: 'text/html' } })
    assert.equal(response.status, 403)
    assert.include(await response.text(), 'Your browser keeps no cookies for this service')
  })

  test('nothing typed is said at the field', async ({ client, assert }) => {
    await theCast()
    const response = await signIn(client, '', '')
    assert.deepEqual(response.flashMessage('inputErrorsBag'), {
      username: ['Enter your user name.'],
      password: ['Enter your password.'],
    })
  })
})
