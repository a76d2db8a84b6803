import Account from '#app/accounts/account'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import type { TextBrowser } from '#tests/support/text_browser'
import { textBrowsers } from '#tests/support/text_browsers'
import { test } from '@japa/runner'

const origin = `http://localhost:${process.env.PORT}`

for (const { name, Browser, skip } of textBrowsers) {
  test.group(`The liaison’s workspace in ${name}`, (group) => {
    let browser: TextBrowser

    async function inTheWorkspaceOf(username: string) {
      await browser.begin(`${origin}/sign-in`)
      await browser.sees('Both User Name and Password')
      await browser.fill('User Name', username)
      await browser.fill('Password', password)
      await browser.follow('Sign In')
      await browser.sees('Home – Waybill')
      await browser.follow('Liaison')
      await browser.sees('Liaison workspace – Waybill', 'What waits for you')
    }

    group.tap((each) => each.skip(...skip).timeout(300_000))
    group.each.setup(undone)
    group.each.setup(() => {
      browser = new Browser()
      return () => browser.close()
    })

    test('a new account, and its password once more', async ({ assert }) => {
      const { dol } = await theCast()
      await inTheWorkspaceOf('lena')
      await browser.follow('Accounts')
      await browser.sees('Accounts – Waybill', 'Import accounts')
      await browser.follow('New account')
      await browser.sees('New account – Waybill', 'Open account')
      await browser.fill('User Name', 'nia')
      await browser.follow('Open account')
      await browser.sees('There is a problem')
      await browser.fill('Full name', 'Nia Novak')
      await browser.fill('Mail address', 'nia@example.gov')
      await browser.follow('Open account')
      await browser.sees('Opened the account of Nia Novak', 'Go on to the account')
      await browser.follow('Go on to the account')
      await browser.sees('Waiting for activation', 'What this account can reach')
      const nia = await Account.findByOrFail('username', 'nia')
      assert.equal(nia.organizationId, dol.id)

      await browser.follow('Reset password')
      await browser.sees('How the person gets a new one')
      await browser.choose('How the person gets a new one', 'Make a first password')
      await browser.follow('Reset password')
      await browser.sees('Welcome')
      assert.isNotNull((await nia.refresh()).passwordHash)
    })

    test('a recipient of another agency is subscribed, and their liaison accepts', async ({
      assert,
    }) => {
      const { incoming, otto } = await theCast()
      await inTheWorkspaceOf('lena')
      await browser.open(`${origin}/liaison/folders/${incoming.id}`)
      await browser.sees('Incoming – Waybill', 'Subscribe recipients')
      await browser.follow('Subscribe recipients')
      await browser.sees('Subscribe recipients – Waybill', 'Agreement number')
      await browser.choose('Who gets access', 'Office of Policy')
      await browser.write('People', 'otto Otto Orr')
      await browser.write('Purpose', 'Quarterly exchange of claims')
      await browser.follow('Subscribe recipients')
      await browser.sees('Offered to otto.', 'Who has access')
      assert.isNull(await FolderSubscription.findBy('accountId', otto.id))

      browser.close()
      browser = new Browser()
      await inTheWorkspaceOf('olga')
      await browser.follow('Requests')
      await browser.sees('Requests – Waybill', 'Everything', 'Incoming')
      await browser.follow('Department of Labor offers')
      await browser.sees('Accept for Otto Orr', 'Quarterly exchange of claims')
      await browser.follow('Accept for Otto Orr')
      await browser.sees('Otto Orr (otto) can open it now.')
      const { folderId } = await FolderSubscription.findByOrFail('accountId', otto.id)
      assert.equal(folderId, incoming.id)
    })
  })
}
