import { page } from '#tests/support/docs'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

const namesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name]) => name).sort()

test.group('The documentation', () => {
  test('describes every setting that there is, and no other', async ({ assert }) => {
    const source = await readFile(app.makePath('start/env.ts'), 'utf8')
    const settings = namesIn(source, /^ {2}([A-Z][A-Z0-9_]+):/gm)
    const described = namesIn(await page('operators/configure.md'), /^\| `([A-Z][A-Z0-9_]+)`/gm)
    assert.isAbove(settings.length, 20)
    assert.deepEqual(described, settings)
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
