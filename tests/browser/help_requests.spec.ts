import HelpRequest from '#app/support/requests/help_request'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anAsked } from '#tests/support/help_requests'
import { theHelpDesk } from '#tests/support/help_desk'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'
import type { Page } from 'playwright'

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string | RegExp) =>
  page.getByRole('main').getByRole('link', { name }).first().click()
const says = (page: Page, words: string) => page.getByText(words).first().waitFor()

test.group('A call for help, without scripts', (group) => {
  group.each.setup(undone)
  group.tap((each) => each.timeout(120_000))

  test('Ada asks from the folder page, Lena answers, and Ada says that it works now', async ({
    assert,
    browser,
  }) => {
    const { ada, lena, incoming } = await theCast()
    const adas = await aBrowserOf(ada, browser, { scripts: false })
    await adas.goto(`/folders/${incoming.id}`)
    await adas.getByRole('link', { name: 'Help', exact: true }).click()
    const doing = adas.getByLabel('What were you doing?')
    assert.equal(await doing.inputValue(), 'Uploading to /DOL/SRR/Incoming')
    await press(adas, 'Ask for help')
    await says(adas, 'Say what happened')
    assert.equal(await doing.inputValue(), 'Uploading to /DOL/SRR/Incoming')
    await adas.getByLabel('What happened?').fill('It stops at 40 percent.')
    await adas.getByLabel('An incident').check()
    await press(adas, 'Ask for help')
    await says(adas, 'Your request has the number H-1001.')
    await says(adas, 'Lena Long, the SFT Liaison')

    const lenas = await aBrowserOf(lena, browser, { scripts: false })
    await lenas.goto('/liaison')
    await lenas.getByRole('link', { name: 'Help requests (1)' }).click()
    await follow(lenas, 'H-1001')
    await lenas.getByLabel('Answer').fill('Try once more, please.')
    await press(lenas, 'Send the answer')
    await says(lenas, 'Ada Adams gets your answer by mail.')

    await adas.goto('/help')
    await follow(adas, 'My help requests')
    await follow(adas, 'H-1001')
    await says(adas, 'Try once more, please.')
    await press(adas, 'It works now')
    await says(adas, 'Good to hear. H-1001 is closed.')
    await lenas.goto('/liaison/help-requests')
    await says(lenas, 'Nothing is here.')
    assert.equal((await HelpRequest.firstOrFail()).status, 'closed')
  })

  test('Lena passes it to the desk, the desk solves it, and Ada reads no internal note', async ({
    assert,
    browser,
  }) => {
    const { ada, lena } = await theCast()
    const hank = await theHelpDesk()
    const asked = await anAsked(ada)
    const lenas = await aBrowserOf(lena, browser, { scripts: false, width: 320 })
    await lenas.goto(`/liaison/help-requests/${asked.id}`)
    await lenas.getByLabel('Pass to').selectOption({ label: 'The help desk' })
    await lenas.getByLabel('Note with it').fill('Looks like the network.')
    await press(lenas, 'Pass')
    await says(lenas, `${asked.name} lies with the help desk now.`)

    const hanks = await aBrowserOf(hank, browser, { scripts: false })
    await hanks.goto('/help-desk/help-requests')
    await follow(hanks, asked.name)
    await says(hanks, 'Looks like the network.')
    await hanks.getByLabel('Internal note').fill('Asked the network people.')
    await press(hanks, 'Keep the note')
    await hanks.getByLabel('Last word to the caller').fill('The line is well again.')
    await press(hanks, 'Mark as solved')
    await says(hanks, `${asked.name} is solved.`)

    const adas = await aBrowserOf(ada, browser, { scripts: false })
    await adas.goto(`/help/requests/${asked.id}`)
    await says(adas, 'The line is well again.')
    const page = await adas.content()
    for (const words of ['Looks like the network', 'Asked the network people']) {
      assert.notInclude(page, words)
    }
    assert.include(page, 'passed it to the help desk')
  })

  test('the desk files one for a caller', async ({ assert, browser }) => {
    const { otto } = await theCast()
    const hank = await theHelpDesk()
    const page = await aBrowserOf(hank, browser, { scripts: false })
    await page.goto(`/help-desk/help-requests/create?account=${otto.id}`)
    await page.getByLabel('What happened?').fill('He sees no folder of OPM.')
    await press(page, 'File the request')
    await says(page, 'The number is H-1001.')
    assert.equal((await HelpRequest.firstOrFail()).accountId, otto.id)
  })
})
