import { password, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { Visitor } from '#tests/support/visitor'
import { test } from '@japa/runner'
import { once } from 'node:events'
import { request } from 'node:http'

/** Asks under a name that fetch would not let us claim. */
async function askAs(host: string, path: string) {
  const headers = { host, 'x-forwarded-host': 'localhost' }
  const asked = request({ port: process.env.PORT, host: 'localhost', path, headers }).end()
  const [answer] = await once(asked, 'response')
  answer.resume()
  return answer
}

test.group('Safeguards of every answer', (group) => {
  group.each.setup(undone)

  test('no scripts but ours, no frames, no sniffing, nothing stored: {path}')
    .with([
      { path: '/sign-in', isIn: false },
      { path: '/no/such/place', isIn: false },
      { path: '/profile', isIn: true },
      { path: '/help', isIn: true },
    ])
    .run(async ({ client, assert }, { path, isIn }) => {
      const { ada } = await theCast()
      const asked = client.get(path).accept('html')
      const response = await (isIn ? asked.loginAs(await signedIn(ada)) : asked)
      const policy = response.header('content-security-policy')!
      assert.match(policy, /default-src 'none'/)
      assert.notMatch(policy, /unsafe|\*|https?:/)
      for (const [name, value] of Object.entries({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store, no-cache',
      }))
        response.assertHeader(name, value)
      assert.match(response.header('strict-transport-security')!, /max-age=31536000/)
      assert.isString(response.header('x-request-id'))
    })

  test('answers that no page gave are as safe: {verb} {path}')
    .with([
      { verb: 'POST', path: '/no/such/place', status: 404, fields: {} },
      { verb: 'DELETE', path: '/home', status: 404, fields: {} },
      { verb: 'PUT', path: '/password', status: 403, fields: {} },
      { verb: 'POST', path: '/sign-in', status: 413, fields: { username: 'x'.repeat(300_000) } },
      { verb: 'GET', path: '/health/live', status: 200, fields: {} },
      { verb: 'GET', path: '/favicon.svg', status: 200, fields: {} },
    ])
    .run(async ({ client, assert }, { verb, path, status, fields }) => {
      const { ada } = await theCast()
      const response = await client
        .request(path, verb)
        .loginAs(await signedIn(ada))
        .accept('html')
        .form(fields)
      response.assertStatus(status)
      assert.match(response.header('content-security-policy')!, /default-src 'none'/)
      response.assertHeader('x-frame-options', 'DENY')
      response.assertHeader('x-content-type-options', 'nosniff')
      assert.match(response.header('strict-transport-security')!, /max-age=31536000/)
    })

  test('a form that must be mended leads back to pages of ours only', async ({ client }) => {
    const back = (referer: string) =>
      client.post('/sign-in').form({}).withCsrfToken().header('referer', referer).redirects(0)
    const foreign = await back('https://elsewhere.example/sign-in')
    foreign.assertHeader('location', '/sign-in')
    const own = await back(`http://localhost:${process.env.PORT}/sign-in?from=bookmark`)
    own.assertHeader('location', '/sign-in?from=bookmark')
    const disguised = await back(`http://localhost:${process.env.PORT}//elsewhere.example/`)
    disguised.assertHeader('location', '/sign-in')
  })

  test('a form that must be mended is found again by browsers that never say where they come from', async ({
    assert,
  }) => {
    const visitor = await new Visitor().open('/password/forgot')
    await visitor.submit('/password/forgot', { username: '' })
    await visitor.visit(visitor.location!)
    assert.include(visitor.page, 'Enter your user name or your mail address.')
  })

  test('no page holds a script or a style of its own', async ({ client, assert }) => {
    const { ada } = await theCast()
    for (const path of ['/sign-in', '/profile', '/password', '/help', '/find-your-liaison']) {
      const response = await client.get(path).loginAs(await signedIn(ada))
      assert.notMatch(response.text(), /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/i, path)
    }
  })

  test('cookies are out of reach for scripts and for other sites', async ({ assert }) => {
    await theCast()
    const visitor = await new Visitor().signIn('ada', password)
    const cookies = visitor.headers.getSetCookie()
    assert.isNotEmpty(cookies)
    for (const cookie of cookies) {
      assert.match(cookie, /httponly/i)
      assert.match(cookie, /samesite=lax/i)
      assert.match(cookie, /path=\//i)
      assert.notMatch(cookie, /domain=/i)
    }
  })

  test('under another name there is no answer: {$self}')
    .with(['elsewhere.example', 'localhost.elsewhere.example', 'localhost@elsewhere.example'])
    .run(async ({ assert }, host) => {
      const answer = await askAs(host, '/sign-in')
      assert.include([400, 421], answer.statusCode)
      assert.isUndefined(answer.headers['set-cookie'])
    })

  test('capitals make no other name', async ({ assert }) => {
    assert.equal((await askAs('LocalHost', '/sign-in')).statusCode, 200)
  })

  test('signing in leads to pages of ours only: {$self}')
    .with(['//elsewhere.example/home', '/\\elsewhere.example', '/%2f%2felsewhere.example/'])
    .run(async ({ assert }, path) => {
      await theCast()
      const visitor = await new Visitor().open(path)
      await visitor.signIn('ada', password)
      assert.equal(visitor.location, '/home')
    })

  test('signing in leads back to the page that was wanted', async ({ assert }) => {
    await theCast()
    const visitor = await new Visitor().visit('/profile?from=bookmark')
    await visitor.signIn('ada', password)
    assert.equal(visitor.location, '/profile?from=bookmark')
  })

  test('a form that is too old is told so, and nothing is done', async ({ client }) => {
    const { ada } = await theCast()
    const response = await client
      .delete('/profile/sessions')
      .loginAs(await signedIn(ada))
      .accept('html')
    response.assertStatus(403)
    response.assertTextIncludes('Nothing was done. Open the page again')
  })
})
