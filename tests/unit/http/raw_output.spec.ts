import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { glob, readFile } from 'node:fs/promises'

/** What stands between a component's tags: a page wrote it, and Edge escaped there whatever the page showed. */
const slot = /^\{\{\{ await \$slots\.\w+\(\) \}\}\}$/

/** Makes markup of values, and escapes each of them itself; `components.spec.ts` and `record_links.spec.ts` feed it hostile text. */
const mayMakeMarkup = [
  'app/doors/http/views/markdown.ts',
  'app/doors/http/views/markup.ts',
  'app/doors/http/views/record_links.ts',
  'providers/views_provider.ts',
]

async function sources(pattern: string) {
  const found: [string, string][] = []
  for await (const path of glob(pattern, { cwd: app.makePath() })) {
    found.push([path, await readFile(app.makePath(path), 'utf8')])
  }
  return found
}

test.group('Output that is not escaped', () => {
  test('a template writes nothing as it stands but its slots', async ({ assert }) => {
    const raw = (await sources('resources/views/**/*.edge')).flatMap(([path, text]) =>
      Array.from(text.matchAll(/\{\{\{.*?\}\}\}/gs), ([output]) => ({ path, output }))
    )
    assert.isAbove(raw.length, 0)
    assert.deepEqual(
      raw.filter(({ output }) => !slot.test(output)),
      []
    )
  })

  test('only these make markup of their own', async ({ assert }) => {
    const makers = (await sources('{app,providers,start}/**/*.ts')).filter(([, text]) =>
      /html\.safe|\{ safe\b|SafeValue|htmlSafe/.test(text)
    )
    assert.sameMembers(
      makers.map(([path]) => path),
      mayMakeMarkup
    )
  })
})
