import File from '#app/files/file'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile } from '#tests/support/files'
import type { TextBrowser } from '#tests/support/text_browser'
import { forScripts, textBrowsers } from '#tests/support/text_browsers'
import { unpacked } from '#tests/support/unpacked'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const origin = `http://localhost:${process.env.PORT}`

const sizeOf = (path: string) =>
  stat(path).then(
    ({ size }) => size,
    () => 0
  )

for (const { name, Browser, skip } of textBrowsers) {
  test.group(`A home folder in ${name}`, (group) => {
    let browser: TextBrowser
    let desk: string

    /** Lays a file on the person's own disk. */
    async function onDesk(file: string, contents: string) {
      await writeFile(join(desk, file), contents)
      return join(desk, file)
    }

    async function atHome() {
      await browser.begin(`${origin}/sign-in`)
      await browser.sees('Both User Name and Password')
      await browser.fill('User Name', 'ada')
      await browser.fill('Password', password)
      await browser.follow('Sign In')
      await browser.sees('Home – Waybill', 'Upload File')
    }

    async function upload(file: string, contents: string) {
      await browser.fill('Browse', await onDesk(file, contents))
      await browser.follow('Upload File')
      await browser.sees(`Uploaded ${file}.`, 'Purged on')
    }

    /** What the ticked files come to on the disk, once all of it is there. */
    async function downloaded(sizeBytes?: number) {
      const path = join(desk, 'downloaded')
      await browser.follow('Download')
      await browser.keep(path)
      await until(async () => (await sizeOf(path)) >= (sizeBytes ?? 1))
      return readFile(path)
    }

    group.tap((each) => each.skip(...skip).timeout(300_000))
    group.each.setup(undone)
    group.each.setup(async () => {
      desk = await mkdtemp(join(tmpdir(), 'desk-'))
      browser = new Browser()
      return async () => {
        browser.close()
        await rm(desk, { recursive: true })
      }
    })

    test('many files: by size, by a part of the name, and the next page', async ({ assert }) => {
      const { ada, adasHome } = await theCast()
      for (let at = 10; at < 63; at++) {
        await aFile(adasHome, ada, `note-${at}.txt`, { sizeBytes: 100 - at })
      }
      await atHome()
      assert.notMatch(await browser.sees(/Purged on \W+ text note-10\.txt/), forScripts)
      await browser.follow('Size')
      await browser.sees(/Purged on \W+ text note-62\.txt/)
      await browser.follow('Next page')
      await browser.sees('Previous page', 'note-10.txt')

      await browser.fill('Name contains', 'note-3')
      await browser.follow('Find')
      const found = await browser.sees('Show all files', 'note-30.txt', 'note-39.txt')
      assert.notInclude(found, 'note-40.txt')
    })

    test('upload in a transfer mode, and into another folder', async ({ assert }) => {
      const { incoming, adasHome } = await theCast()
      await atHome()
      await browser.choose('Transfer mode', 'ASCII')
      await upload('notes.txt', 'first\r\nsecond\r\n')
      await browser.sees('2 line endings changed.')
      await browser.follow('Incoming')
      await browser.sees('Incoming – Waybill', 'There are no files here.')
      await upload('table.csv', 'pear,2\n')

      const files = await File.query().orderBy('name')
      const where = files.map(({ name: kept, folderId }) => [kept, folderId])
      assert.deepEqual(where, [
        ['notes.txt', adasHome.id],
        ['table.csv', incoming.id],
      ])
    })

    test('{how}, and the way back')
      .with([
        { how: 'View (Text)', shows: 'fruit,pieces pear,2' },
        { how: 'View (HTML)', shows: /# +fruit +pieces +1 +pear +2/ },
      ])
      .run(async (_, { how, shows }) => {
        await theCast()
        await atHome()
        await upload('table.csv', 'fruit,pieces\npear,2\n')
        await browser.tick('table.csv')
        await browser.follow(how)
        await browser.sees('Back to Home', 'Only the contents')
        await browser.follow('Only the contents')
        await browser.sees(shows)
        await browser.back()
        await browser.sees('Back to Home')
        await browser.follow('Back to Home')
        await browser.sees('Home – Waybill', 'Upload File')
      })

    test('download one file', async ({ assert }) => {
      await theCast()
      await atHome()
      await upload('notes.txt', 'first\nsecond\n')
      await browser.tick('notes.txt')
      assert.equal(String(await downloaded(13)), 'first\nsecond\n')
    })

    test('download several as a ZIP', async ({ assert }) => {
      await theCast()
      await atHome()
      await upload('notes.txt', 'first\n')
      await upload('table.csv', 'pear,2\n')
      await browser.tick('notes.txt')
      await browser.tick('table.csv')
      assert.deepEqual(await unpacked(await downloaded()), {
        'notes.txt': 'first\n',
        'table.csv': 'pear,2\n',
      })
    })

    test('delete, undo, restore, and delete for good', async ({ assert }) => {
      await theCast()
      await atHome()
      await upload('notes.txt', 'first\n')
      await browser.follow('Download')
      await browser.sees('Select a file first.')
      await browser.tick('notes.txt')
      await browser.follow('Delete')
      await browser.sees('Deleted notes.txt.', 'Undo')
      await browser.follow('Undo')
      await browser.sees('Restored notes.txt.', 'Purged on')

      await browser.tick('notes.txt')
      await browser.follow('Delete')
      await browser.sees('Deleted notes.txt.')
      await browser.follow('Deleted files')
      await browser.sees('Deleted files – Waybill', 'Delete for good')
      await browser.follow('Restore')
      await browser.sees('Restored notes.txt.')
      await browser.open(`${origin}/home`)
      await browser.sees('Home – Waybill', 'Upload File')
      await browser.tick('notes.txt')
      await browser.follow('Delete')
      await browser.sees('Deleted notes.txt.')
      await browser.follow('Deleted files')
      await browser.sees('Deleted files – Waybill', 'Delete for good')
      await browser.follow('Delete for good')
      await browser.sees('Nobody can bring it back afterwards.')
      await browser.follow('Delete for good')
      await browser.sees('There are no deleted files.')
      assert.isNotNull((await File.firstOrFail()).destroyedAt)
    })

    test('the waybill of a file, found again by its code', async () => {
      await theCast()
      await atHome()
      await upload('notes.txt', 'first\n')
      const { code, sha256 } = await File.firstOrFail()
      await browser.follow('notes.txt')
      await browser.sees('notes.txt – Waybill', code, sha256, 'Sent by Ada Adams')
      await browser.fill('Code of a file', 'W-0000-0000')
      await browser.follow('Find')
      await browser.sees('There is no file with the code')
      await browser.fill('Code of a file', code.toLowerCase())
      await browser.follow('Find')
      await browser.sees('notes.txt – Waybill', sha256)
    })
  })
}
