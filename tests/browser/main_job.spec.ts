import Account from '#app/accounts/account'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aBrowserOf, signIn } from '#tests/support/visiting'
import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'

const text = 'first line\r\nsecond line\r\n'
const notes = { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
const table = {
  name: 'table.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('fruit,pieces\npear,2\n'),
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true }).check()

/** Opens a view, finds the words in its frame, and goes back as the guide says. */
async function findsInView(page: Page, how: string, name: string, words: string) {
  await tick(page, name)
  await button(page, how).click()
  await page.frameLocator('iframe').getByText(words).waitFor()
  await page.getByRole('link', { name: 'Back to Home' }).click()
}

async function downloaded(page: Page, name: string) {
  await tick(page, name)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Download').click(),
  ])
  return readFile(await download.path(), 'utf8')
}

test.group('The main job, by the guide', (group) => {
  group.each.setup(undone)

  test('a first sign-in to sign-out, {scripts}')
    .with([{ scripts: 'with scripts' }, { scripts: 'without scripts' }])
    .run(async ({ assert, browser }, { scripts }) => {
      await theCast()
      const ada = await Account.findByOrFail('username', 'ada')
      await ada.merge({ mustChangePassword: true }).save()
      const page = await aBrowserOf(ada, browser, { scripts: scripts === 'with scripts' })
      const says = (sentence: string) => page.getByText(sentence).first().waitFor()

      await page.getByRole('heading', { name: 'Change Password' }).waitFor()
      await page.getByLabel('Current Password').fill(password)
      await page.getByLabel('New Password').fill('chosen-by-Ada-8')
      await page.getByLabel('Retype Password').fill('chosen-by-Ada-8')
      await button(page, 'Save').click()
      await says('Your password was changed successfully.')
      await signIn(page, 'ada', 'chosen-by-Ada-8')
      await page.getByRole('heading', { name: 'Home', exact: true }).waitFor()

      await page.getByLabel('Browse').setInputFiles([notes, table])
      await button(page, 'Upload File').click()
      await says('Uploaded notes.txt')
      await says('Uploaded table.csv')
      await page.goto('/home')

      await findsInView(page, 'View (Text)', 'notes.txt', 'second line')
      await findsInView(page, 'View (HTML)', 'table.csv', 'fruit')
      assert.equal(await downloaded(page, 'notes.txt'), text)

      await page.goto('/home')
      await tick(page, 'notes.txt')
      await tick(page, 'table.csv')
      await button(page, 'Delete').click()
      await says('Deleted 2 files')
      await says('There are no files here.')
      await button(page, 'Undo').click()
      await says('Restored notes.txt.')
      await page.getByRole('checkbox', { name: 'table.csv' }).waitFor()

      await button(page, 'Sign Out').click()
      await page.goto('/home')
      await page.getByRole('heading', { name: 'Sign In' }).waitFor()
      assert.match(page.url(), /\/sign-in/)
      await page.context().close()
    })
})
