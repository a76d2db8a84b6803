import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { test } from '@japa/runner'

test.group('Help', (group) => {
  group.each.setup(undone)

  test('names one’s own liaison, the agency’s help desk and the central one', async ({
    client,
    assert,
  }) => {
    const { ada, dol, lena } = await theCast()
    await dol.merge({ helpDeskPhone: '555-0119', helpDeskHours: '8 to 5' }).save()
    await lena.merge({ phone: '555-0110' }).save()
    const response = await client.get('/help').loginAs(await signedIn(ada))
    for (const words of ['Lena Long, 555-0110', '555-0119 (8 to 5)', '860-622-2300'])
      response.assertTextIncludes(words)
    response.assertTextIncludes('I cannot sign in')
    assert.notInclude(response.text(), 'Olga Oak')
  })

  test('is open to who must change the password first', async ({ client }) => {
    const { ada } = await theCast()
    await ada.merge({ mustChangePassword: true }).save()
    const response = await client.get('/help').loginAs(await signedIn(ada))
    response.assertStatus(200)
    response.assertTextIncludes('Lena Long')
  })

  test('a visitor is asked to sign in', async ({ client }) => {
    const response = await client.get('/help').redirects(0)
    response.assertHeader('location', '/sign-in')
  })
})
