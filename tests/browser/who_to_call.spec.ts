import { addHolidayLines } from '#app/support/escalation/holiday_keeping'
import { enterAbsence } from '#app/support/escalation/absence_keeping'
import { day, now } from '#app/shared/clock'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { publishedSrr } from '#tests/support/escalation_world'
import { faultsOf } from '#tests/support/page_faults'
import type { TextBrowser } from '#tests/support/text_browser'
import { textBrowsers } from '#tests/support/text_browsers'
import { aBrowserOf, aVisitor } from '#tests/support/visiting'
import { test } from '@japa/runner'

const origin = `http://localhost:${process.env.PORT}`

/** "It is Sunday 22:10, uploads fail, whom do I call?" */
test.group('Who do I call right now?', (group) => {
  group.each.setup(undone)

  test('is found from Sign In in two more pages, {manner} at {width} px')
    .with([
      { manner: 'with scripts', width: 1280, scripts: true },
      { manner: 'without scripts', width: 320, scripts: 'unloaded' },
    ] as const)
    .run(async ({ assert, browser }, { width, scripts }) => {
      const { lena } = await theCast()
      await publishedSrr(lena)
      const page = await aVisitor(browser, { width, scripts })
      let loads = 0
      page.on('domcontentloaded', () => void loads++)
      await page.goto('/sign-in')
      await page.getByRole('link', { name: 'Who do I call right now?' }).click()
      await page.getByLabel('Program', { exact: true }).selectOption({ label: 'DOL: SRR' })
      await page.getByRole('radio', { name: /^Problem/ }).check()
      await page.getByLabel('Day').fill('2026-11-29')
      await page.getByLabel('Time').fill('22:10')
      await page.getByRole('button', { name: 'Whom do I call?' }).click()
      await page.getByText('Sunday, November 29, 2026, 10:10 PM EST').waitFor()
      const first = page.locator('.call-first')
      assert.equal(await first.innerText(), 'Call the Waybill help desk at 860-622-2300, option 9.')
      assert.equal(await first.getByRole('link').getAttribute('href'), 'tel:8606222300')
      await page.getByText('Lena Long can be reached again from Monday, 7:00 AM EST on.').waitFor()
      assert.equal(loads, 3)
      assert.deepEqual(await faultsOf(page), [])

      const address = page.url()
      await page.goto('/sign-in')
      await page.goto(address)
      assert.equal(await first.innerText(), 'Call the Waybill help desk at 860-622-2300, option 9.')
      await page.emulateMedia({ media: 'print' })
      assert.isTrue(await first.isVisible())
      assert.isFalse(await page.getByRole('button', { name: 'Whom do I call?' }).isVisible())
      await page.context().close()
    })

  test('absences and holidays are kept without scripts, at 320 px', async ({ assert, browser }) => {
    const { lena, dol } = await theCast()
    await publishedSrr(lena)
    await addHolidayLines(lena, dol, '2026-12-24 Christmas Eve')
    await enterAbsence(lena, { person: 'ada adams', from: now() - day, until: now() + day })
    const page = await aBrowserOf(lena, browser, { scripts: 'unloaded', width: 320 })
    await page.goto('/liaison/absences')
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('link', { name: 'New absence' }).click()
    await page.getByLabel('Who is absent').selectOption('Lena Long')
    await page.getByLabel('First day').fill('2099-01-05')
    await page.getByRole('button', { name: 'Enter absence' }).click()
    await page.getByText('Say the last day, like 2027-01-31.').first().waitFor()
    assert.equal(await page.getByLabel('First day').inputValue(), '2099-01-05')
    assert.deepEqual(await faultsOf(page), [])
    await page.getByLabel('Last day').fill('2099-01-06')
    await page.getByRole('button', { name: 'Enter absence' }).click()
    await page.getByText('The absence of Lena Long is entered.').waitFor()
    await page.getByRole('button', { name: 'Cancel the absence of Ada Adams' }).click()
    await page.getByText('Ada Adams counts as present again.').waitFor()

    await page.goto('/liaison/holidays?year=2027')
    await page.getByLabel('Thanksgiving Day').check()
    await page.getByRole('button', { name: 'Add the ticked ones' }).click()
    await page.getByText('Added Thanksgiving Day.').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.getByLabel('One a line').fill('Christmas')
    await page.getByRole('button', { name: 'Add holidays' }).click()
    await page.getByText('Line 1: it begins with no day.').first().waitFor()
    await page.context().close()
  })
})

for (const { name, Browser, skip } of textBrowsers) {
  test.group(`Who do I call right now? in ${name}`, (group) => {
    let browser: TextBrowser

    group.tap((each) => each.skip(...skip).timeout(300_000))
    group.each.setup(undone)
    group.each.setup(() => {
      browser = new Browser()
      return () => browser.close()
    })

    test('it is Sunday 22:10, uploads fail', async () => {
      const { lena } = await theCast()
      await publishedSrr(lena)
      await browser.begin(`${origin}/sign-in`)
      await browser.sees('Both User Name and Password')
      await browser.follow('Who do I call right now?')
      await browser.sees('Call the Waybill help desk at')
      await browser.choose('Program', 'DOL: SRR')
      await browser.fill('Day', '2026-11-29')
      await browser.fill('Time', '22:10')
      await browser.follow('Whom do I call?')
      await browser.sees('Sunday, November 29, 2026', 'Call the Waybill help desk at')
      await browser.sees('Lena Long can be reached again from Monday')
    })
  })
}
