import service from '#config/service'
import { minute, now } from '#app/shared/clock'
import { signedIn, theCast } from '#tests/support/cast'
import app from '@adonisjs/core/services/app'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

test.group('The shell of every page', (group) => {
  group.each.setup(undone)

  test('an address that nobody knows is a page with ways on, for a visitor', async ({ client }) => {
    const response = await client.get('/no/such/place').accept('html')
    response.assertStatus(404)
    response.assertTextIncludes('Page not found')
    response.assertTextIncludes('Help desk: ')
  })

  test('a form carries its token', async ({ client, assert }) => {
    const response = await client.get('/sign-in').accept('html')
    assert.match(response.text(), /<input type='hidden' name='_csrf' value='.{20,}'>/)
  })

  test('a signed-in person sees who is signed in, from where, and whom to ask', async ({
    assert,
    client,
  }) => {
    const { lena } = await theCast()
    const response = await client
      .get('/nowhere')
      .accept('html')
      .loginAs(await signedIn(lena))
    response.assertStatus(404)
    const page = response.text()
    assert.include(page, '<strong>Lena Long</strong>')
    assert.include(page, 'Department of Labor · SFT Liaison')
    assert.include(page, 'Your SFT Liaison: Lena Long')
    assert.include(page, 'href="mailto:lena@example.gov"')
  })

  test('who must change the password first sees no ways on that would not open', async ({
    assert,
    client,
  }) => {
    const { ada } = await theCast()
    await ada.merge({ mustChangePassword: true }).save()
    const response = await client
      .get('/password')
      .accept('html')
      .loginAs(await signedIn(ada))
    assert.notInclude(response.text(), 'href="/home"')
    assert.include(response.text(), 'Sign Out')
  })

  test('words that need scripts stand in no page before scripts run', async ({
    client,
    assert,
  }) => {
    const { ada } = await theCast()
    const response = await client
      .get('/home')
      .accept('html')
      .loginAs(await signedIn(ada))
    assert.include(response.text(), 'Upload File')
    assert.notMatch(response.text(), /<template|Cancel all|Try again|Stay signed in/)
    const shown = response.text().replace(/<[^>]+>/g, '')
    assert.notInclude(shown, 'drop files')
  })

  test('the logo is a setting; without one there is none', async ({ client, cleanup }) => {
    const missing = await client.get('/logo').accept('html')
    missing.assertStatus(404)

    service.logo = app.publicPath('favicon.svg')
    cleanup(() => {
      service.logo = undefined
    })
    const response = await client.get('/logo')
    response.assertStatus(200)
    response.assertHeader('content-type', 'image/svg+xml')
    response.assertHeader('content-security-policy', `sandbox; default-src 'none'`)
  })

  test('asking how long the session lasts is a sign of life', async ({ assert, client }) => {
    const { ada } = await theCast()
    const session = (await signedIn(ada)).session!
    await session.merge({ lastSeenAt: now() - 28 * minute }).save()

    const response = await client.get('/presence').accept('json').loginAs(ada)
    response.assertStatus(200)
    assert.isAbove(response.body().idleSeconds, 29 * 60)
    assert.isAbove(response.body().absoluteSeconds, 11 * 3600)
    assert.isString(response.body().token)
  })

  test('nobody there is nobody to keep', async ({ client }) => {
    const response = await client.get('/presence').accept('json')
    response.assertStatus(401)
  })
})
