import { askContacts } from '#app/support/freshness/confirmations/asking'
import EntryReport from '#app/support/freshness/reports/entry_report'
import Verification from '#app/support/freshness/verification'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { aPublishedProgram, confirmationLink, jo } from '#tests/support/freshness'
import { faultsOf } from '#tests/support/page_faults'
import type { TextBrowser } from '#tests/support/text_browser'
import { textBrowsers } from '#tests/support/text_browsers'
import { aVisitor } from '#tests/support/visiting'
import { test } from '@japa/runner'

const origin = `http://localhost:${process.env.PORT}`

async function asked() {
  const { lena } = await theCast()
  const world = await aPublishedProgram(lena)
  await askContacts(lena, world.program, ({ id }) => id === world.jos.id)
  return { ...world, path: await confirmationLink(jo.email) }
}

const confirmed = () => Verification.query().where('via', 'mail')

test.group('From the mail to the confirmation', (group) => {
  group.each.setup(undone)
  group.tap((each) => each.timeout(120_000))

  test('one click at 320 px without scripts, and no second one', async ({ browser, assert }) => {
    const { path, jos } = await asked()
    const page = await aVisitor(browser, { scripts: 'unloaded', width: 320 })
    await page.goto(path)
    assert.isTrue(await page.getByText('860-555-0120').isVisible())
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('button', { name: 'This is right' }).click()
    await page.getByRole('heading', { name: 'Thank you: it is confirmed' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    assert.equal((await confirmed().firstOrFail()).entryId, jos.id)
    await page.goto(path)
    await page.getByRole('heading', { name: 'This link asks for nothing any more' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    assert.lengthOf(await confirmed(), 1)
    await page.context().close()
  })

  test('a reader says what is wrong from the page of the record', async ({ browser, assert }) => {
    const { program } = await asked()
    const page = await aVisitor(browser, { scripts: 'unloaded', width: 320 })
    await page.goto(`/quick-references/${program.id}`)
    await page.getByText('Is something wrong?').click()
    await page.getByRole('link', { name: 'Report as wrong: Jo Jones' }).click()
    await page.waitForLoadState()
    await page.getByLabel('What is wrong').fill('Jo left in May.')
    await page.getByRole('button', { name: 'Report it' }).click()
    await page.getByRole('heading', { name: 'Thank you: it is reported' }).waitFor()
    assert.deepEqual(await faultsOf(page), [])
    assert.equal((await EntryReport.firstOrFail()).entryName, 'Jo Jones')
    await page.context().close()
  })
})

for (const { name, Browser, skip } of textBrowsers) {
  test.group(`From the mail to the confirmation in ${name}`, (group) => {
    let browser: TextBrowser

    group.tap((each) => each.skip(...skip).timeout(300_000))
    group.each.setup(undone)
    group.each.setup(() => {
      browser = new Browser()
      return () => browser.close()
    })

    test('the page is read, and one key confirms it', async ({ assert }) => {
      const { path } = await asked()
      await browser.begin(origin + path)
      await browser.sees('Is this right?', 'Jo Jones', '860-555-0120')
      await browser.follow('This is right')
      await browser.sees('Thank you: it is confirmed')
      assert.lengthOf(await confirmed(), 1)
    })
  })
}
