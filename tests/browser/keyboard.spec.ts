import { theCast, password } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aVisitor } from '#tests/support/visiting'
import { test } from '@japa/runner'
import type { Page } from 'playwright'

/** Goes on with Tab alone until the focus is where it is wanted. */
async function tabTo(page: Page, wanted: string) {
  for (let steps = 0; steps < 60; steps++) {
    await page.keyboard.press('Tab')
    if (await page.locator(':focus').evaluate(isNamed, wanted)) return
  }
  throw new Error(`Tab never reached "${wanted}"`)
}

/** Runs in the page. */
function isNamed(element: any, wanted: string) {
  const names = [
    element.getAttribute('aria-label'),
    element.textContent,
    ...[...(element.labels ?? [])].map((label: any) => label.textContent),
  ]
  return names.some((name) => name?.trim() === wanted)
}

/** One person's way with the keys alone; what is typed goes where the focus is. */
const keysOf = (page: Page) => ({
  press: (key: string) => page.keyboard.press(key),
  type: async (label: string, text: string) => {
    await tabTo(page, label)
    await page.keyboard.type(text)
  },
  choose: async (name: string) => {
    await tabTo(page, name)
    await page.keyboard.press('Enter')
  },
})

test.group('With the keyboard alone', (group) => {
  group.each.setup(undone)

  test('sign in, upload, view, download, delete, undo, sign out; scripts: {$self}')
    .with([true, false])
    .run(async ({ assert, browser }, scripts) => {
      await theCast()
      const page = await aVisitor(browser, { scripts })
      const keys = keysOf(page)

      await page.goto('/sign-in')
      await keys.type('User Name', 'ada')
      await keys.type('Password', password)
      await keys.press('Enter')
      await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()

      const file = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }
      const chosen = new Promise<void>((done) => {
        page.on('filechooser', (chooser) => chooser.setFiles([file]).then(done))
      })
      await tabTo(page, 'Browse')
      await keys.press('Enter')
      await chosen
      await keys.choose('Upload File')
      await page.getByText('Uploaded notes.txt.').first().waitFor()

      await page.goto('/home')
      await tabTo(page, 'notes.txt')
      await keys.press('Space')
      await keys.choose('View (Text)')
      await page.waitForURL(/\/files\/.+\/text$/)

      await page.goto('/home')
      await tabTo(page, 'notes.txt')
      await keys.press('Space')
      const download = page.waitForEvent('download')
      await tabTo(page, 'Download')
      await keys.press('Enter')
      const downloaded = await download
      assert.equal(downloaded.suggestedFilename(), 'notes.txt')

      await keys.choose('Delete')
      await page.getByText('Deleted notes.txt.').waitFor()
      await keys.choose('Undo')
      await page.getByText('Restored notes.txt.').waitFor()

      await keys.choose('Sign Out')
      await page.getByRole('heading', { name: 'Sign In', level: 1 }).waitFor()
      await page.context().close()
    })
})
