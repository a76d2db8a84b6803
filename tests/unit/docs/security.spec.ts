import { page } from '#tests/support/docs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'

const read = (path: string) => readFile(app.makePath(path), 'utf8')

interface Promised {
  number: number
  sources: string[]
  tests: { path: string; titles: string[] }[]
}

/** What docs/security.md says, rule by rule. */
async function promises(): Promise<Promised[]> {
  const [, ...sections] = (await page('security.md')).split(/^## (?=\d+\. )/m)
  return sections.map((section) => ({
    number: Number.parseInt(section),
    sources: Array.from(
      section.matchAll(/`((?:app|config|start)\/[\w./-]+)`/g),
      ([, path]) => path
    ),
    tests: Array.from(section.matchAll(/^- `(.+)`\n((?: {2}- .+\n?)*)/gm), ([, path, titles]) => ({
      path,
      titles: Array.from(titles.matchAll(/^ {2}- (.+)$/gm), ([, title]) => title),
    })),
  }))
}

/** The titles of all tests of a file, as they stand in its source. */
const titlesIn = (source: string) =>
  Array.from(source.matchAll(/\btest\(\s*(['"`])(.*?)\1/gs), ([, , title]) => title)

/** Of which rules the comments of a source speak. */
const rulesIn = (source: string) =>
  Array.from(source.matchAll(/\brules? (\d+)(?: and (\d+))?/gi), ([, ...numbers]) => numbers)
    .flat()
    .filter(Boolean)
    .map(Number)

test.group('The page on security', () => {
  test('names for each rule files that are there', async ({ assert }) => {
    const rules = await promises()
    assert.isAbove(rules.length, 20)
    for (const { number, sources } of rules) {
      assert.isNotEmpty(sources, `rule ${number}`)
      for (const path of sources) assert.isTrue(existsSync(app.makePath(path)), path)
    }
  })

  test('names for each rule tests that are there', async ({ assert }) => {
    for (const { number, tests } of await promises()) {
      assert.isNotEmpty(tests, `rule ${number}`)
      for (const { path, titles } of tests) {
        assert.isNotEmpty(titles, path)
        assert.includeMembers(titlesIn(await read(path)), titles, `rule ${number}: ${path}`)
      }
    }
  })

  test('has a place for every rule of which a comment speaks, with the file that speaks of it', async ({
    assert,
  }) => {
    const rules = new Map((await promises()).map((rule) => [rule.number, rule.sources]))
    let spoken = 0
    for await (const path of glob('{app,config,start}/**/*.ts', { cwd: app.makePath() })) {
      for (const number of rulesIn(await read(path))) {
        spoken++
        assert.include(rules.get(number) ?? [], path, `rule ${number}`)
      }
    }
    assert.isAbove(spoken, 40)
  })
})
