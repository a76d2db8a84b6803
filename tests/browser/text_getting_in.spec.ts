import AccountSession, { idleLimit } from '#app/accounts/sessions/account_session'
import { deleteFiles } from '#app/files/deleting/file_deletion'
import { now } from '#app/shared/clock'
import { password, signedIn, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aFile } from '#tests/support/files'
import { mailedLink } from '#tests/support/mailed_link'
import type { TextBrowser } from '#tests/support/text_browser'
import { forScripts, textBrowsers } from '#tests/support/text_browsers'
import { test } from '@japa/runner'

const origin = `http://localhost:${process.env.PORT}`
const next = 'plum-tree-7'

async function signIn(browser: TextBrowser, username: string, secret: string) {
  await browser.fill('User Name', username)
  await browser.fill('Password', secret)
  await browser.follow('Sign In')
}

async function retype(browser: TextBrowser, secret: string) {
  await browser.fill('New Password', secret)
  await browser.fill('Retype Password', secret)
  await browser.follow('Save')
}

for (const { name, Browser, skip } of textBrowsers) {
  test.group(`Getting in with ${name}`, (group) => {
    let browser: TextBrowser

    group.tap((each) => each.skip(...skip).timeout(300_000))
    group.each.setup(undone)
    group.each.setup(async () => {
      browser = new Browser()
      return () => browser.close()
    })

    test('sign in, told what failed, then Home, then out', async ({ assert }) => {
      await theCast()
      await browser.begin(`${origin}/sign-in`)
      await browser.sees('Both User Name and Password are case sensitive.')
      await signIn(browser, 'Ada', password)
      await browser.sees('User name or password is not correct.', 'Ada')
      await signIn(browser, 'ada', password)
      assert.notMatch(await browser.sees('There are no files here.', 'Upload File'), forScripts)
      await browser.follow('Sign Out')
      await browser.sees('You have signed out.')
      await browser.open(`${origin}/home`)
      await browser.sees('Sign in to go on.')
    })

    test('first sign-in: a new password first, and in again with it', async ({ assert }) => {
      const { ada } = await theCast()
      await ada.merge({ mustChangePassword: true }).save()
      await browser.begin(`${origin}/sign-in`)
      await browser.sees('Both User Name and Password')
      await signIn(browser, 'ada', password)
      const page = await browser.sees('choose a password that only you know', 'Rules in force:')
      assert.notMatch(page, forScripts)

      await browser.fill('Current Password', password)
      await retype(browser, 'short')
      await browser.sees('There is a problem', 'Use at least 7 characters.')
      await browser.fill('Current Password', password)
      await retype(browser, next)
      await browser.sees('Your password was changed successfully.')
      await signIn(browser, 'ada', next)
      await browser.sees('There are no files here.')
    })

    test('a session that ended loses no form', async () => {
      const { ada, adasHome } = await theCast()
      const file = await aFile(adasHome, ada, 'plan.txt')
      await deleteFiles(await signedIn(ada), adasHome, [file.id])
      await browser.begin(`${origin}/files/${file.id}/restorations/new`)
      await browser.sees('Sign in to go on.')
      await signIn(browser, 'ada', password)
      await browser.sees('Restore under another name', 'Back to Deleted files')
      await browser.fill('Name', 'plan of May.txt')
      await AccountSession.query().update({ lastSeenAt: now() - idleLimit })
      await browser.follow('Restore')
      await browser.sees('Your session has ended. Sign in to go on.')
      await signIn(browser, 'ada', password)
      await browser.sees('What you typed is still here', 'plan of May.txt')
      await browser.follow('Restore')
      await browser.sees('Restored plan of May.txt.')
    })

    test('forgotten password: ask, follow the mailed link, set a new one', async () => {
      await theCast()
      await browser.begin(`${origin}/sign-in`)
      await browser.sees('Forgot your password?')
      await browser.follow('Forgot your password?')
      await browser.sees('Send the mail')
      await browser.fill('User Name or mail address', 'ada')
      await browser.follow('Send the mail')
      await browser.sees('Look into your mail')

      await browser.open(origin + (await mailedLink()))
      await browser.sees('Set a new password', 'For ada.')
      await retype(browser, next)
      await browser.sees('Your password was changed successfully.')
      await signIn(browser, 'ada', next)
      await browser.sees('There are no files here.')
    })
  })
}
