import HelpRequest from '#app/support/requests/help_request'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import type { TextBrowser } from '#tests/support/text_browser'
import { textBrowsers } from '#tests/support/text_browsers'
import { test } from '@japa/runner'

const origin = `http://localhost:${process.env.PORT}`

for (const { name, Browser, skip } of textBrowsers) {
  test.group(`Asking for help in ${name}`, (group) => {
    let browser: TextBrowser

    group.tap((each) => each.skip(...skip).timeout(300_000))
    group.each.setup(undone)
    group.each.setup(() => {
      browser = new Browser()
      return () => browser.close()
    })

    test('a request is filed, and its number shows', async ({ assert }) => {
      const { ada } = await theCast()
      await browser.begin(`${origin}/sign-in`)
      await browser.sees('Both User Name and Password')
      await browser.fill('User Name', 'ada')
      await browser.fill('Password', password)
      await browser.follow('Sign In')
      await browser.sees('Home – Waybill')
      await browser.follow('Help')
      await browser.sees('Help – Waybill', 'What were you doing?')
      await browser.write('What happened?', 'It stops at 40 percent.')
      await browser.follow('Ask for help')
      await browser.sees('Your request has the number H-1001.')
      const asked = await HelpRequest.firstOrFail()
      assert.include(asked.$attributes, {
        ...{ accountId: ada.id, urgency: 'problem', doing: 'Using my home folder' },
        happened: 'It stops at 40 percent.',
      })
    })
  })
}
