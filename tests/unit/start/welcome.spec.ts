import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'

const demonstration = { url: 'http://localhost:3333', isDemonstration: true, hasOperator: false }

test.group('The welcome', () => {
  test('is said at once, so that no line of the log stands inside', async ({ assert, cleanup }) => {
    const { welcome } = await import(app.makeURL('bin/steps/welcome.mjs').href)
    const said: string[] = []
    const { log } = console
    console.log = (words: string) => void said.push(words)
    cleanup(() => void (console.log = log))
    welcome({ waybill: demonstration })
    console.log = log

    assert.lengthOf(said, 1)
    const words = ['at http://localhost:3333\n', 'Waybill-2026-demo', 'operators:open', 'Ctrl+C']
    for (const word of words) assert.include(said[0], word)
  })
})
