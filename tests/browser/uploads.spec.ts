import File from '#app/files/file'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { someFiles } from '#tests/support/files'
import { faultsOf } from '#tests/support/page_faults'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'
import type { Page, Route } from 'playwright'

const text = (name: string, contents = 'hello') => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(contents),
})

async function upload(page: Page, files: ReturnType<typeof text>[]) {
  await page.getByLabel('Browse').setInputFiles(files)
  await page.getByRole('button', { name: 'Upload File' }).click()
}

/** Holds every upload back until it is told to go on, but for one. */
async function heldUploads(page: Page, free?: string) {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/forms*', async (route: Route) => {
    const isFree = free && route.request().postData()?.includes(`filename="${free}"`)
    if (!isFree) await promise
    await route.continue().catch(() => {})
  })
  return resolve
}

test.group('Uploads with scripts', (group) => {
  group.each.setup(undone)

  test('each file goes by itself, and the list shows it without a new page', async ({
    assert,
    browser,
  }) => {
    const { ada, adasHome } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await upload(page, [text('a.txt'), text('b.txt'), text('empty.txt', ''), text('d.txt')])
    await page.getByText('Uploaded 4 files.').first().waitFor()

    await page.getByRole('checkbox', { name: 'empty.txt' }).waitFor()
    const files = await File.query().where('folderId', adasHome.id)
    assert.sameMembers(
      files.map(({ name }) => name),
      ['a.txt', 'b.txt', 'd.txt', 'empty.txt']
    )
    assert.deepEqual(await faultsOf(page), [])
    await page.context().close()
  })

  test('one that failed can be tried again alone; the others are kept', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await page.route('**/forms*', (route) => route.abort())
    await upload(page, [text('a.txt')])
    await page.getByText('The connection was lost').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    assert.lengthOf(await File.all(), 0)

    await page.unroute('**/forms*')
    await page.getByRole('button', { name: 'Try again a.txt' }).click()
    await page.getByText('Uploaded a.txt.').waitFor()
    assert.lengthOf(await File.all(), 1)
    await page.context().close()
  })

  test('a cancelled one leaves nothing behind', async ({ assert, browser }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    let goOn = () => {}
    const held = new Promise<void>((resolve) => (goOn = resolve))
    await page.route('**/forms*', async (route) => {
      await held
      await route.abort().catch(() => {})
    })
    await upload(page, [text('a.txt')])
    await page.getByRole('button', { name: 'Cancel all' }).waitFor()
    await page.getByRole('button', { name: 'Cancel a.txt' }).click()
    await page.getByText('Cancelled.').waitFor()
    goOn()
    assert.lengthOf(await File.all(), 0)
    await page.context().close()
  })

  test('what was cancelled is not waited for', async ({ assert, browser }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    const goOn = await heldUploads(page, 'first.txt')
    await upload(page, [text('first.txt'), text('large.txt', 'x'.repeat(9_000)), text('third.txt')])
    await page.getByText('Uploaded first.txt.').waitFor()
    await page.getByRole('button', { name: 'Cancel large.txt' }).click()
    await page.getByText('Cancelled.').waitFor()
    assert.equal(await page.getByLabel('All uploads').getAttribute('value'), '50')
    goOn()
    await page.getByText('Uploaded 2 files, 1 not uploaded.').first().waitFor()
    await page.context().close()
  })

  test('each file goes in the mode that was chosen with it', async ({ assert, browser }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    const goOn = await heldUploads(page)
    await page.getByLabel('Transfer mode').selectOption('ASCII')
    const names = ['a', 'b', 'c', 'd', 'e']
    await upload(
      page,
      names.map((name) => text(`${name}.txt`, 'one\r\n'))
    )
    await page.getByLabel('Transfer mode').selectOption('Binary')
    goOn()
    await page.getByText('Uploaded 5 files.').first().waitFor()
    const files = await File.query().preload('versions')
    for (const { versions } of files) assert.equal(versions[0].transferMode, 'ascii')
    await page.context().close()
  })

  test('what was ticked while files arrived stays ticked', async ({ assert, browser }) => {
    const { ada, adasHome } = await theCast()
    await someFiles(adasHome, ada, ['old.txt', 'older.txt'])
    const page = await aBrowserOf(ada, browser)
    const goOn = await heldUploads(page)
    await upload(page, [text('new.txt')])
    await page.getByRole('checkbox', { name: 'old.txt' }).check()
    goOn()
    await page.getByRole('checkbox', { name: 'new.txt' }).waitFor()
    assert.isTrue(await page.getByRole('checkbox', { name: 'old.txt' }).isChecked())
    assert.isFalse(await page.getByRole('checkbox', { name: 'new.txt' }).isChecked())
    await page.context().close()
  })

  test('what is dropped on the page is uploaded', async ({ assert, browser }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await page.getByText('or drop files on this page').waitFor()
    const dropped = await page.evaluateHandle(
      `(() => { const all = new DataTransfer(); all.items.add(new File(['hi'], 'dropped.txt')); return all })()`
    )
    await page.dispatchEvent('main', 'drop', { dataTransfer: dropped })
    await page.getByText('Uploaded dropped.txt.').waitFor()
    assert.equal((await File.firstOrFail()).name, 'dropped.txt')
    await page.context().close()
  })

  test('a refusal says its reason beside the name', async ({ assert, browser }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await upload(page, [text('con.txt'), text('fine.txt')])
    await page.getByText('Uploaded 1 file, 1 not uploaded.').first().waitFor()
    assert.lengthOf(await File.all(), 1)
    await page.context().close()
  })

  test('on a small screen a row is a card, and its box can be ticked', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser, { width: 320 })
    await upload(page, [text('a.txt')])
    const cell = (label: string) =>
      page.locator(`table.files [data-label="${label}"]`).boundingBox()
    const [name, size, date] = [await cell('Name'), await cell('Size'), await cell('Date')]
    assert.isAtLeast(size!.y, name!.y + name!.height)
    assert.isAtLeast(date!.y, size!.y + size!.height)
    await page.getByRole('checkbox', { name: 'a.txt' }).check()
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('Deleted a.txt.').waitFor()
    await page.context().close()
  })

  test('a box in the head ticks all files', async ({ assert, browser }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await upload(page, [text('a.txt'), text('b.txt')])
    await page.getByRole('checkbox', { name: 'b.txt' }).waitFor()
    await page.getByRole('checkbox', { name: 'Select all' }).check()
    assert.isTrue(await page.getByRole('checkbox', { name: 'a.txt' }).isChecked())
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByText('Deleted 2 files').waitFor()
    await page.context().close()
  })
})
