import { namesIn, page } from '#tests/support/docs'
import { schedule } from '#start/scheduler'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { glob, readFile } from 'node:fs/promises'
import { basename } from 'node:path'

const read = (path: string) => readFile(app.makePath(path), 'utf8')

async function filesOf(pattern: string) {
  const texts: string[] = []
  for await (const path of glob(pattern, { cwd: app.makePath() })) texts.push(await read(path))
  return texts
}

/** Whatever stands on a page or in a mail comes from one of these. */
const screens = () => filesOf('{resources,app}/**/*.{edge,ts,js,html}')

/** One line, as it is read; where a paragraph begins two blanks stand, and there bold words may be a heading of it. */
const flowing = (text: string) => text.replace(/\n +/g, ' ').replaceAll('\n', ' ')

/** The words in bold: what somebody looks for on the screen. */
const boldIn = (text: string) => namesIn(flowing(text), /(?<! {2})\*\*([A-Z][^*?]+\??)\*\*/g)

const perScreen = /\bname: '([\w-]+)',[^}]*?in: \[([^\]]+)\]/g

test.group('The guides', () => {
  for (const [path, many] of [
    ['users/guide.md', 30],
    ['liaisons/guide.md', 100],
    ['operators/agencies.md', 12],
    ['help_desk/guide.md', 9],
  ] as const) {
    test(`use the words that stand on the screens: ${path}`, async ({ assert }) => {
      const words = boldIn(await page(path))
      assert.isAbove(words.length, many)
      const said = await screens()
      const strange = words.filter((word) => !said.some((screen) => screen.includes(word)))
      assert.deepEqual(strange, [])
    })
  }

  test('count the pages of the eight steps as their test does', async ({ assert }) => {
    const asserted = namesIn(
      await read('tests/browser/eight_steps.spec.ts'),
      /isAtMost\(\w+\.more, (\d+)/g
    )
    const guide = await page('liaisons/guide.md')
    const [, table] = guide.split('pages loaded')
    const told = namesIn(table.split('\n\n')[0], /\| (\d+)[^|]*\|$/gm)
    assert.isNotEmpty(asserted)
    assert.deepEqual(told, asserted)
  })

  test('tell every job that runs by itself', async ({ assert }) => {
    const told = namesIn(await page('operators/agencies.md'), /^\| `([a-z_.]+)`/gm)
    assert.deepEqual(told, schedule.map(({ name }) => name).sort())
  })

  test('show pictures that npm run screenshots takes, and there are no others', async ({
    assert,
  }) => {
    const taken = (await filesOf('bin/screenshots/*.mjs')).flatMap((script) =>
      Array.from(script.matchAll(perScreen)).flatMap(([, name, manners]) =>
        namesIn(manners, /'([\w-]+)'/g).map((manner) => `${name}-${manner}.webp`)
      )
    )
    const there: string[] = []
    for await (const path of glob('docs/pictures/*', { cwd: app.makePath() })) {
      there.push(basename(path))
    }
    assert.deepEqual(there.sort(), taken.sort())
  })
})
