import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { without } from '#tests/support/programs'
import { unpacked } from '#tests/support/unpacked'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright'

async function inIncoming(browser: Browser, scripts: boolean) {
  const cast = await theCast()
  const { ada, incoming } = cast
  await received(incoming, ada, 'wages 2026.csv', 'name,sum\nZoë,12\n')
  await received(incoming, ada, 'notes.txt', 'first\nsecond\n')
  const page = await aBrowserOf(ada, browser, { scripts })
  await page.goto(`/folders/${incoming.id}`)
  return { ...cast, page }
}

const tick = (page: Page, name: string) => page.getByLabel(name, { exact: true }).check()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function kept(page: Page) {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download')])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

for (const scripts of [true, false]) {
  test.group(`What leaves, with scripts ${scripts ? 'on' : 'off'}`, (group) => {
    group.each.setup(undone)

    test('a table is looked at as HTML and as text, with a way back', async ({
      assert,
      browser,
    }) => {
      const { page } = await inIncoming(browser, scripts)
      await tick(page, 'wages 2026.csv')
      await press(page, 'View (HTML)')
      assert.equal(await page.locator('h1').textContent(), 'wages 2026.csv')
      const frame = page.frameLocator('iframe')
      assert.equal(await frame.locator('th[scope=col]').nth(2).textContent(), 'sum')
      assert.equal(await frame.locator('td').first().textContent(), 'Zoë')

      await page.getByRole('link', { name: 'View (Text)' }).click()
      assert.include(await frame.locator('pre').textContent(), 'name,sum\nZoë,12')
      await page.goBack()
      await page.goBack()
      await page.locator('h1', { hasText: 'Incoming' }).waitFor()

      /** A browser that comes back may remember what was ticked. */
      await page.getByLabel('wages 2026.csv', { exact: true }).uncheck()
      await tick(page, 'notes.txt')
      await press(page, 'View (Text)')
      await page.getByRole('link', { name: 'Back to Incoming' }).click()
      assert.equal(await page.locator('h1').textContent(), 'Incoming')
      await page.context().close()
    })

    test('one file is kept as it is, or with the line ends of ASCII mode', async ({
      assert,
      browser,
    }) => {
      const { page } = await inIncoming(browser, scripts)
      await tick(page, 'notes.txt')
      const binary = await kept(page)
      assert.equal(binary.name, 'notes.txt')
      assert.equal(binary.bytes.toString(), 'first\nsecond\n')

      await page.getByLabel('Transfer mode').selectOption('ASCII')
      const ascii = await kept(page)
      assert.equal(ascii.bytes.toString(), 'first\r\nsecond\r\n')
      await page.context().close()
    })

    test('two files are kept as one ZIP', async ({ assert, browser }) => {
      const { page } = await inIncoming(browser, scripts)
      await tick(page, 'notes.txt')
      await tick(page, 'wages 2026.csv')
      const { name, bytes } = await kept(page)
      assert.equal(name, 'Incoming.zip')
      assert.deepEqual(await unpacked(bytes), {
        'notes.txt': 'first\nsecond\n',
        'wages 2026.csv': 'name,sum\nZoë,12\n',
      })
      await page.context().close()
    }).skip(...without('unzip'))
  })
}
