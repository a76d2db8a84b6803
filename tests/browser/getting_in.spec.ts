import { password, person, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { mailedLink } from '#tests/support/mailed_link'
import { aBrowserOf, aVisitor, signIn } from '#tests/support/visiting'
import { test } from '@japa/runner'
import type { Page } from 'playwright'

const manners = [
  { manner: 'with scripts', scripts: true },
  { manner: 'without scripts', scripts: false },
]

const said = (page: Page, words: string) => page.getByText(words).first().waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value)
  }
}

/** In how many pieces a browser shows a word of the masthead. */
const linesOf = (word: string) => `{
  const text = document.querySelector('.who-words span').firstChild
  const range = document.createRange()
  range.setStart(text, text.data.indexOf('${word}'))
  range.setEnd(text, text.data.indexOf('${word}') + ${word.length})
  range.getClientRects().length
}`

test.group('Getting in', (group) => {
  group.each.setup(undone)

  test('sign in, {manner}: told what failed, then Home, then out')
    .with(manners)
    .run(async ({ assert, browser }, { scripts }) => {
      await theCast()
      const page = await aVisitor(browser, { scripts })
      await page.goto('/profile')
      await said(page, 'Sign in to go on.')
      await signIn(page, 'Ada')
      await said(page, 'User name or password is not correct.')
      await said(page, 'Both User Name and Password are case sensitive.')
      assert.equal(await page.getByLabel('User Name').inputValue(), 'Ada')
      assert.equal(await page.getByLabel('Password').inputValue(), '')

      await fill(page, { 'User Name': 'ada', 'Password': password })
      await press(page, 'Sign In')
      await page.getByRole('heading', { level: 1, name: 'Profile' }).waitFor()
      await page.goto('/')
      await page.waitForURL('**/home')

      await press(page, 'Sign Out')
      await said(page, 'You have signed out.')
      await page.goto('/home')
      await page.waitForURL('**/sign-in')
      await page.context().close()
    })

  test('first sign-in, {manner}: nothing opens before the password is changed')
    .with(manners)
    .run(async ({ assert, browser }, { scripts }) => {
      const { ada } = await theCast()
      await ada.merge({ mustChangePassword: true }).save()
      const page = await aBrowserOf(ada, browser, { scripts })
      await page.getByRole('heading', { level: 1, name: 'Change Password' }).waitFor()
      assert.equal(await page.getByRole('link', { name: 'Cancel' }).count(), 0)
      await page.goto('/profile')
      await page.waitForURL('**/password')

      await fill(page, { 'Current Password': password, 'New Password': 'abc' })
      await fill(page, { 'Retype Password': 'abc' })
      await press(page, 'Save')
      await page.getByRole('link', { name: 'Use at least 7 characters.' }).waitFor()
      await page.getByRole('link', { name: 'Use at least one digit.' }).click()
      assert.match(page.url(), /#field-new_password$/)

      const next = 'plum-tree-7'
      await fill(page, { 'Current Password': password, 'New Password': next })
      await fill(page, { 'Retype Password': next })
      await press(page, 'Save')
      await said(
        page,
        'Your password was changed successfully. Enter your user name and password to sign in.'
      )
      await signIn(page, 'ada')
      await said(page, 'User name or password is not correct.')
      await signIn(page, 'ada', next)
      await page.waitForURL('**/home')
      await page.context().close()
    })

  test('the rules in force stand beside the fields, where there is room', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await page.goto('/password')
    const rules = (await page.getByText('Rules in force:').boundingBox())!
    const field = (await page.getByLabel('New Password').boundingBox())!
    assert.isAbove(rules.x, field.x + field.width)
    assert.isBelow(rules.y, field.y)
    await page.context().close()
  })

  test('no word about who is signed in is torn apart on a small screen', async ({
    assert,
    browser,
  }) => {
    const { dol } = await theCast()
    const rita = await person(dol, 'rita', 'Rita Rivers', 'organization_administrator')
    const page = await aBrowserOf(rita, browser, { width: 320 })
    assert.equal(await page.evaluate(linesOf('administrator')), 1)
    await page.context().close()
  })

  test('forgotten password, {manner}: a mailed link, once')
    .with(manners)
    .run(async ({ browser }, { scripts }) => {
      await theCast()
      const page = await aVisitor(browser, { scripts })
      await page.goto('/sign-in')
      await page.getByRole('link', { name: 'Forgot your password?' }).click()
      await fill(page, { 'User Name or mail address': 'ada' })
      await press(page, 'Send the mail')
      await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()

      const link = await mailedLink()
      await page.goto(link)
      await fill(page, { 'New Password': 'plum-tree-7', 'Retype Password': 'plum-tree-7' })
      await press(page, 'Save')
      await signIn(page, 'ada', 'plum-tree-7')
      await page.waitForURL('**/home')
      await page.goto(link)
      await page.getByRole('heading', { name: 'This link opens nothing any more' }).waitFor()
      await page.context().close()
    })

  test('sessions, {manner}: the one at the office is ended from home')
    .with(manners)
    .run(async ({ browser }, { scripts }) => {
      const { ada } = await theCast()
      const office = await aBrowserOf(ada, browser, { scripts })
      const home = await aBrowserOf(ada, browser, { scripts })
      await home.goto('/profile')
      await home.getByRole('button', { name: /^End the session on Chrome on Linux/ }).click()
      await said(home, 'Ended the session on Chrome on Linux.')
      await office.goto('/home')
      await office.waitForURL('**/sign-in')
      await said(office, 'Your session has ended. Sign in to go on.')
      await home.goto('/profile')
      await home.getByRole('heading', { level: 1, name: 'Profile' }).waitFor()
      await office.context().close()
      await home.context().close()
    })

  test('closing the tab does no harm', async ({ browser }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await page.waitForURL('**/home')
    const context = page.context()
    await page.close()
    const again = await context.newPage()
    await again.goto('/home')
    await again.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
    await context.close()
  })
})
