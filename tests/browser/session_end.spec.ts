import type Account from '#app/accounts/account'
import AccountSession, { absoluteLimit } from '#app/accounts/sessions/account_session'
import File from '#app/files/file'
import { deleteFiles } from '#app/files/deleting/file_deletion'
import { receive } from '#app/files/receiving/receive'
import { SessionOver } from '#app/files/receiving/session_over'
import type Folder from '#app/folders/folder'
import { minute, now, second } from '#app/shared/clock'
import { password, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile } from '#tests/support/files'
import { aBrowserOf, signIn } from '#tests/support/visiting'
import { faultsOf } from '#tests/support/page_faults'
import { test } from '@japa/runner'
import { Readable } from 'node:stream'

const lastSeen = (at: number) => AccountSession.query().update({ lastSeenAt: at })

/** What arrives while the sender's session ends. */
async function held(folder: Folder, account: Account, name: string) {
  const sender = await signedIn(account)
  async function* slow() {
    yield Buffer.from('first half, ')
    await sender.session!.end(sender, 'signed_out')
    yield Buffer.from('second half')
  }
  const upload = { folder, sender, name, mode: 'binary' as const, via: 'browser' }
  await receive(Readable.from(slow()), upload).catch((error) => {
    if (!(error instanceof SessionOver)) throw error
  })
}

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
    await page.route('**/presence', (route) => route.fulfill({ status: 503 }), { times: 1 })
    const busy = page.waitForResponse('**/presence')
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await busy
    await page.clock.runFor(second)
    assert.isTrue(await warning.isVisible())
    await page.getByRole('button', { name: 'Stay signed in' }).click()
    await warning.waitFor({ state: 'hidden' })
    await page.context().close()
  })

  test('after twelve hours is announced as such, and nobody is offered to stay', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await AccountSession.query().update({ createdAt: now() - absoluteLimit + 20 * minute })
    await page.clock.install()
    await page.goto('/password')
    await page.clock.runFor(18 * minute + 5 * second)
    await page.getByText('a sign-in lasts 12 hours at most').waitFor()
    assert.isFalse(await page.getByRole('button', { name: 'Stay signed in' }).isVisible())
    await page.context().close()
  })

  test('is not announced while the person is at work in another window', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await page.clock.install()
    await page.goto('/password')
    await page.clock.runFor(20 * minute)
    const other = await page.context().newPage()
    await other.goto('/profile')
    await page.clock.runFor(12 * minute)
    const said = page.getByText(/You will be signed out|You were signed out/)
    assert.isFalse(await said.isVisible())
    await page.context().close()
  })

  test('is not undone by somebody else who signs in on this browser', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await page.clock.install()
    await page.goto('/password')
    const token = await page.locator('main input[name=_csrf]').inputValue()
    const other = await page.context().newPage()
    await other.goto('/sign-out')
    await other.getByRole('main').getByRole('button', { name: 'Sign Out' }).click()
    await signIn(other, 'otto')
    await other.getByRole('heading', { name: 'Home' }).waitFor()
    await page.clock.runFor(second)
    await page.getByText('You were signed out.').waitFor()
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.waitForLoadState('networkidle')
    assert.isTrue(await page.getByText('You were signed out.').isVisible())
    assert.equal(await page.locator('main input[name=_csrf]').inputValue(), token)
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
    assert.deepEqual(
      (await File.all()).map(({ name }) => name),
      ['a.txt']
    )
    await page.context().close()
  })

  test('loses no upload: what came after it waits on Home, readable on a small screen, too', async ({
    assert,
    browser,
  }) => {
    const { ada, adasHome } = await theCast()
    await held(adasHome, ada, 'A report that took its time.csv')
    const page = await aBrowserOf(ada, browser, { width: 320 })
    await page.getByRole('heading', { name: 'Uploads that wait for you' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('button', { name: 'Keep A report' }).click()
    await page.getByText('Uploaded A report that took its time.csv.').waitFor()
    await page.context().close()
  })

  test('from elsewhere is said by an upload, which goes on after signing in again', async ({
    assert,
    browser,
  }) => {
    const { ada } = await theCast()
    const page = await aBrowserOf(ada, browser)
    await lastSeen(now() - 31 * minute)
    const note = { name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') }
    await page.getByLabel('Browse').setInputFiles([note])
    await page.getByRole('button', { name: 'Upload File' }).click()
    await page.getByText('You were signed out.').waitFor()
    assert.isTrue(await page.getByRole('link', { name: 'Sign In' }).isVisible())

    const other = await page.context().newPage()
    await signIn(other, 'ada')
    await other.getByRole('heading', { name: 'Home' }).waitFor()
    await page.bringToFront()
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.getByText('You were signed out.').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Try again a.txt' }).click()
    await page.getByText('Uploaded a.txt.').waitFor()
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
