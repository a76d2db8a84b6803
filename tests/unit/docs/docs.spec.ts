import { serverFlags } from '../../../bin/steps/server_flags.mjs'
import { codeFrom } from '#app/files/file_code'
import { anchorsIn, namesIn, page } from '#tests/support/docs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

const read = (path: string) => readFile(app.makePath(path), 'utf8')

/** What the page says of each setting that is not set. */
async function toldDefaults() {
  const row = /^\| `([A-Z][A-Z0-9_]+)`\s*\| (.+?) *\|/gm
  const rows = (await page('operators/configure.md')).matchAll(row)
  return new Map([...rows].map(([, name, cell]) => [name, cell]))
}

/** What the sources say, as far as it is a plain word or number. */
async function trueDefaults() {
  const asked = /env\.get\('(\w+)', (?:'([^']+)'|(\w+))\)/g
  const found: [string, string][] = []
  for await (const path of glob('{config,providers}/*.ts', { cwd: app.makePath() })) {
    for (const [, name, word, number] of (await read(path)).matchAll(asked)) {
      found.push([name, word ?? number])
    }
  }
  return found
}

test.group('The documentation', () => {
  test('shows only codes that a file could have', async ({ assert }) => {
    for (const path of ['docs/users/guide.md', 'resources/views/partials/home/code.edge']) {
      const codes = namesIn(await read(path), /(W-\w{4}-\w{4})/g)
      assert.isNotEmpty(codes)
      for (const code of codes) assert.equal(codeFrom(code), code)
    }
  })

  test('describes every setting that there is, and no other', async ({ assert }) => {
    const source = await readFile(app.makePath('start/env.ts'), 'utf8')
    const settings = namesIn(source, /^ {2}([A-Z][A-Z0-9_]+):/gm)
    const described = namesIn(await page('operators/configure.md'), /^\| `([A-Z][A-Z0-9_]+)`/gm)
    assert.isAbove(settings.length, 20)
    assert.deepEqual(described, settings)
  })

  test('tells of each setting what holds if it is not set', async ({ assert }) => {
    const told = await toldDefaults()
    const settings = await trueDefaults()
    assert.isAbove(settings.length, 8)
    for (const [name, value] of settings) {
      /** Without this one, no mail server is asked at all. */
      if (name !== 'SMTP_HOST') assert.equal(told.get(name), `\`${value}\``, name)
    }
  })

  test('speaks of whatever the environment is asked for', async ({ assert }) => {
    const described = await page('operators/configure.md')
    for await (const path of glob('{app,config,start}/**/*.ts', { cwd: app.makePath() })) {
      for (const name of namesIn(await read(path), /process\.env\.([A-Z_]+)/g)) {
        assert.include(described, `\`${name}\``, path)
      }
    }
  })

  test('starts the server in the way in which npm start does', async ({ assert }) => {
    const commands: string[] = []
    for await (const path of glob('docs/**/*.md', { cwd: app.makePath() })) {
      commands.push(...namesIn(await read(path), /^(.*bin\/server\.js.*)$/gm))
    }
    assert.isAbove(commands.length, 1)
    for (const command of commands) {
      assert.include(command, `${serverFlags.join(' ')} bin/server.js`)
    }
  })

  test('links to what is there', async ({ assert }) => {
    const root = app.makePath()
    const pages = ['README.md', 'CHANGELOG.md']
    for await (const found of glob('docs/**/*.md', { cwd: root })) pages.push(found)
    for (const path of pages) {
      const text = await readFile(resolve(root, path), 'utf8')
      for (const link of namesIn(text, /\]\((?!https?:|#)([^)#\s]+)[^)]*\)/g)) {
        assert.isTrue(existsSync(resolve(root, dirname(path), link)), `${path}: ${link}`)
      }
    }
  })

  test('links to headings that are there', async ({ assert }) => {
    let count = 0
    for await (const path of glob('{docs/**/*,README,CHANGELOG}.md', { cwd: app.makePath() })) {
      for (const link of namesIn(await read(path), /\]\((?!https?:)([^)\s]*#[^)\s]+)\)/g)) {
        const [file, anchor] = link.split('#')
        const meant = file ? join(dirname(path), file) : path
        assert.include(anchorsIn(await read(meant)), anchor, `${path}: ${link}`)
        count++
      }
    }
    assert.isAbove(count, 12)
  })

  test('gives codes for examples that a file could have', async ({ assert }) => {
    const codes: string[] = []
    for await (const path of glob('{docs,resources/views}/**/*.{md,edge}', {
      cwd: app.makePath(),
    })) {
      codes.push(...namesIn(await read(path), /\b(W-\w{4}-\w{4})\b/g))
    }
    assert.isAbove(codes.length, 1)
    for (const code of codes) assert.equal(codeFrom(code), code)
  })

  test('tells the demonstration accounts as the first start does', async ({ assert }) => {
    const readme = await readFile(app.makePath('README.md'), 'utf8')
    const welcome = await readFile(app.makePath('bin/steps/welcome.mjs'), 'utf8')
    for (const name of namesIn(welcome, /^ {2}\['([a-z.]+)'/gm)) {
      assert.include(readme, `\`${name}\``)
    }
    assert.include(readme, 'Waybill-2026-demo')
    assert.include(welcome, 'Waybill-2026-demo')
  })
})
