import { inFields } from '#app/doors/http/forms/wall_time'
import { forgetAnnouncements } from '#app/doors/http/views/announcements'
import { day, now } from '#app/shared/clock'
import Announcement from '#app/support/announcements/announcement'
import { anAnnouncement } from '#tests/support/announcements'
import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import type { TextBrowser } from '#tests/support/text_browser'
import { textBrowsers } from '#tests/support/text_browsers'
import { test } from '@japa/runner'

const origin = `http://localhost:${process.env.PORT}`

for (const { name, Browser, skip } of textBrowsers) {
  test.group(`Announcements in ${name}`, (group) => {
    let browser: TextBrowser

    group.tap((each) => each.skip(...skip).timeout(300_000))
    group.each.setup(undone)
    group.each.setup(() => {
      forgetAnnouncements()
      browser = new Browser()
      return async () => {
        forgetAnnouncements()
        await browser.close()
      }
    })

    test('stand before the sign-in form, and are put away after it', async ({ assert }) => {
      await theCast()
      const olive = await anOperator()
      await anAnnouncement(olive, null, { kind: 'trouble', place: 'both' })
      await browser.begin(`${origin}/sign-in`)
      const page = await browser.sees('Trouble: Uploads are slow', 'User Name')
      assert.isBelow(page.indexOf('Trouble:'), page.indexOf('User Name'))
      await browser.fill('User Name', 'ada')
      await browser.fill('Password', password)
      await browser.follow('Sign In')
      await browser.sees('Home – Waybill', 'Trouble: Uploads are slow')
      await browser.follow('Understood')
      await browser.sees('is put away.')
    })

    test('are written, previewed and published', async ({ assert }) => {
      await theCast()
      await browser.begin(`${origin}/sign-in`)
      await browser.sees('User Name')
      await browser.fill('User Name', 'lena')
      await browser.fill('Password', password)
      await browser.follow('Sign In')
      await browser.sees('Home – Waybill')
      await browser.open(`${origin}/liaison/announcements/create`)
      await browser.sees('New announcement – Waybill')
      await browser.fill('Heading', 'Closed on Friday')
      await browser.write('Text', 'Call on Monday.')
      await browser.fill('Day of the end', inFields(now() + 3 * day).on)
      await browser.follow('Preview')
      await browser.sees('not published yet', 'Information: Closed on Friday')
      assert.lengthOf(await Announcement.all(), 0)
      await browser.follow('Publish')
      await browser.sees('Published.')
      assert.equal((await Announcement.firstOrFail()).words, 'Call on Monday.')
    })
  })
}
