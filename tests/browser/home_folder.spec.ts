import File from '#app/files/file'
import { now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { someFiles } from '#tests/support/files'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'

const notes = (name: string, body = 'hello\n') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(body),
})

test.group('The home folder in Chromium', (group) => {
  group.each.setup(undone)

  for (const scripts of [true, false]) {
    const how = scripts ? 'with scripts' : 'without scripts'

    test(`upload, delete, undo and the waybill, ${how}`, async ({ assert, browser }) => {
      const { ada } = await theCast()
      const page = await aBrowserOf(ada, browser, { scripts })
      await page.getByLabel('Browse').setInputFiles([notes('a b #1.txt'), notes('ü.txt')])
      await page.getByRole('button', { name: 'Upload File' }).click()
      await page.getByRole('checkbox', { name: 'a b #1.txt' }).waitFor()
      await page.getByRole('checkbox', { name: 'ü.txt' }).waitFor()

      await page.getByRole('checkbox', { name: 'ü.txt' }).check()
      await page.getByRole('button', { name: 'Delete', exact: true }).click()
      await page.getByText('Deleted ü.txt.').waitFor()
      await page.getByRole('button', { name: 'Undo' }).click()
      await page.getByText('Restored ü.txt.').waitFor()

      await page.getByRole('link', { name: 'ü.txt' }).click()
      const file = await File.findByOrFail({ name: 'ü.txt' })
      await page.getByText(file.code).first().waitFor()
      assert.include(await page.textContent('main'), file.sha256)
      await page.getByLabel('Code of a file').fill(file.code.slice(2).toLowerCase())
      await page.getByRole('button', { name: 'Find' }).click()
      await page.getByRole('heading', { name: 'ü.txt' }).waitFor()
      await page.context().close()
    })

    test(`sort, page and find by name, ${how}`, async ({ assert, browser }) => {
      const { ada, adasHome } = await theCast()
      const names = Array.from({ length: 60 }, (_, at) => `file ${String(at).padStart(2, '0')}.txt`)
      await someFiles(adasHome, ada, names)
      const page = await aBrowserOf(ada, browser, { scripts })
      const firstName = () => page.locator('table.files tbody th a').first().textContent()
      assert.equal(await firstName(), 'file 00.txt')
      await page.getByRole('link', { name: 'Next page' }).click()
      await page.getByRole('link', { name: 'Previous page' }).waitFor()
      assert.equal(await firstName(), 'file 50.txt')
      await page.getByRole('link', { name: 'First page' }).click()
      await page.getByRole('link', { name: 'Last page' }).click()
      await page.getByRole('link', { name: 'Previous page' }).waitFor()
      assert.equal(await firstName(), 'file 10.txt')
      await page.getByRole('link', { name: 'Name', exact: true }).click()
      await page.locator('th[aria-sort=descending]').waitFor()
      assert.equal(await firstName(), 'file 59.txt')
      await page.getByLabel('Name contains').fill('le 07')
      await page.getByLabel('Name contains').press('Enter')
      await page.getByRole('checkbox', { name: 'file 59.txt' }).waitFor({ state: 'detached' })
      assert.equal(await firstName(), 'file 07.txt')
      await page.context().close()
    })
  }
  test('the list follows the filter as it is typed, and so does what is done with it', async ({
    assert,
    browser,
  }) => {
    const { ada, adasHome } = await theCast()
    const names = Array.from({ length: 60 }, (_, at) => `file ${String(at).padStart(2, '0')}.txt`)
    await someFiles(adasHome, ada, names)
    const page = await aBrowserOf(ada, browser)
    await page.route('**/home?*name=file', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      await route.continue().catch(() => {})
    })
    const filter = page.getByLabel('Name contains')
    await filter.fill('file')
    await page.waitForRequest('**/home?*name=file')
    await filter.fill('file 0')
    await page.getByText('10 files found.').waitFor()
    await page.waitForTimeout(1_200)
    assert.equal(await page.locator('table.files tbody tr').count(), 10)

    await page.getByRole('checkbox', { name: 'file 07.txt' }).check()
    await page.getByRole('button', { name: 'Delete', exact: true }).click()
    await page.getByText('Deleted file 07.txt.').waitFor()
    assert.include(page.url(), 'name=file+0')
    await filter.fill('.tx')
    await page.getByText('More than 50 files found.').waitFor()
    await filter.fill('fi')
    await page.getByText('These names begin with “fi”.').waitFor()
    await filter.fill('le')
    await page.getByText('No name here begins with “le”.').waitFor()
    await page.getByRole('link', { name: 'Show all files' }).click()
    await page.getByRole('checkbox', { name: 'file 42.txt' }).waitFor()
    await page.context().close()
  })

  test('on a small screen the name of a deleted file has the width of its card', async ({
    assert,
    browser,
  }) => {
    const { ada, adasHome } = await theCast()
    const [file] = await someFiles(adasHome, ada, ['empty.data'])
    await file.merge({ deletedAt: now() }).save()
    const page = await aBrowserOf(ada, browser, { width: 320 })
    await page.goto('/deleted')
    const box = await page.getByRole('link', { name: 'empty.data' }).first().boundingBox()
    assert.isBelow(box!.height, 30)
    await page.context().close()
  })
})
