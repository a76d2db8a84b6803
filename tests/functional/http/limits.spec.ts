import { test } from '@japa/runner'

test.group('Ordinary forms', () => {
  test('more than 256 KB is refused, and the service goes on', async ({ client, assert }) => {
    const big = { username: 'ada', password: 'x'.repeat(300_000) }
    const response = await client.post('/sign-in').form(big).withCsrfToken().redirects(0)
    response.assertStatus(413)
    response.assertTextIncludes('This form holds more than the service takes')
    assert.notMatch(response.text(), /node_modules|at .*\.[jt]s/)
    const page = await client.get('/sign-in')
    page.assertStatus(200)
  })

  test('a form that is sent as an upload where none belongs is not read', async ({
    client,
    assert,
  }) => {
    const response = await client
      .post('/sign-in')
      .field('username', 'ada')
      .file('file', Buffer.alloc(1000), { filename: 'a.bin' })
      .redirects(0)
    assert.isBelow(response.status(), 500)
  })
})
