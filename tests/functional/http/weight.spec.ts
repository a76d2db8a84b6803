import { signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { someFiles } from '#tests/support/files'
import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const kilobyte = 1024

/** Everything that a page loads beside itself, as the build wrote it. */
async function builtAssets(ending: string) {
  const manifest = await readFile(app.publicPath('assets/.vite/manifest.json'), 'utf8')
  const chunks: { file: string; css?: string[] }[] = Object.values(JSON.parse(manifest))
  const names = new Set(chunks.flatMap(({ file, css }) => [file, ...(css ?? [])]))
  return Promise.all(
    [...names]
      .filter((name) => name.endsWith(ending))
      .map((name) => readFile(app.publicPath('assets', name)))
  )
}

const compressed = (contents: Buffer[]) =>
  contents.reduce((sum, content) => sum + gzipSync(content).length, 0)

/** interface.md, "Look": weight. */
test.group('Weight', (group) => {
  group.each.setup(undone)

  test('style sheets and scripts are at most 40 KB each, compressed', async ({ assert }) => {
    const styles = await builtAssets('.css')
    const scripts = await builtAssets('.js')
    assert.isAbove(compressed(styles), kilobyte)
    assert.isAtMost(compressed(styles), 40 * kilobyte)
    assert.isAtMost(compressed(scripts), 40 * kilobyte)
  })

  test('no style sheet asks another host for anything', async ({ assert }) => {
    const styles = await builtAssets('.css')
    for (const style of styles) {
      assert.notMatch(style.toString(), /@import|@font-face|url\(["']?(https?:)?\/\//)
    }
  })

  test('a page of 50 rows is at most 60 KB, as it is', async ({ assert, client }) => {
    const { ada, incoming } = await theCast()
    const names = Array.from({ length: 60 }, (_, at) => `Report of the quarter, number ${at}.csv`)
    await someFiles(incoming, ada, names)

    const response = await client.get(`/folders/${incoming.id}`).loginAs(await signedIn(ada))
    const page = response.text()
    assert.lengthOf(page.match(/name="files"/g) ?? [], 50)
    assert.isAtMost(Buffer.byteLength(page), 60 * kilobyte)
  })
})
