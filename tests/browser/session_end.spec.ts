import AccountSession from '#app/accounts/account_session'
import { deleteFiles } from '#app/files/file_deletion'
import { minute, now, second } from '#app/shared/clock'
import { password, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile } from '#tests/support/files'
import { aBrowserOf, signIn } from '#tests/support/visiting'
import { test } from '@japa/runner'

const lastSeen = (at: number) => AccountSession.query().update({ lastSeenAt: at })

test.group('The end of a session', (group) => {
  group.each.setup(undone)

  test('is announced two minutes before, and one click keeps it alive', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    const warning = page.getByText('You will be signed out in')
    assert.isFalse(await warning.isVisible())

    await page.clock.install()
    await page.goto('/password')
    await page.clock.runFor(28 * minute + 5 * second)
    await warning.waitFor()
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await warning.waitFor({ state: 'hidden' })
    await page.context().close()
  })

  test('loses no form: signed in again elsewhere, it is sent as it stands', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await page.clock.install()
    await page.goto('/home')
    const note = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }
    await page.getByLabel('Browse').setInputFiles([note])
    await lastSeen(now() - 31 * minute)
    await page.clock.runFor(31 * minute)
    await page.getByText('You were signed out.').waitFor()

    const other = await page.context().newPage()
    await signIn(other, 'ada')
    await other.getByRole('heading', { name: 'Home' }).waitFor()
    await page.bringToFront()
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.getByText('You were signed out.').waitFor({ state: 'hidden' })

    await page.getByRole('button', { name: 'Upload File' }).click()
    await page.getByText('Uploaded a.txt.').waitFor()
    assert.isTrue(true)
    await page.context().close()
  })

  test('loses no form, without scripts: what was typed is there after signing in', async ({
    assert,
    browser,
  }) => {
    const { ada, adasHome } = await theCast()
    const file = await aFile(adasHome, ada, 'plan.txt')
    await deleteFiles(await signedIn(ada), adasHome, [file.id])
    const page = await aBrowserOf(ada, browser, { scripts: false })
    await page.goto(`/files/${file.id}/restorations/new`)
    await page.getByLabel('Name').fill('plan of May.txt')
    await lastSeen(now() - 31 * minute)
    await page.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('Your session has ended. Sign in to go on.').waitFor()

    await page.getByLabel('User Name').fill('ada')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign In' }).click()
    await page.getByText('What you typed is still here').waitFor()
    assert.equal(await page.getByLabel('Name').inputValue(), 'plan of May.txt')
    assert.isNotNull((await file.refresh()).deletedAt)
    await page.getByRole('button', { name: 'Restore' }).click()
    await page.getByText('Restored plan of May.txt.').waitFor()
    await page.context().close()
  })
})
