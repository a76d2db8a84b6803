import { said } from '#app/support/records/entry'
import Program from '#app/support/records/program'
import { publish } from '#app/support/records/publishing'
import { recordFor } from '#app/support/records/reading'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { faultsOf } from '#tests/support/page_faults'
import { aFullRecord, anEntry } from '#tests/support/records'
import { serviceGuideTable } from '#tests/support/service_guide_table'
import { textBrowsers } from '#tests/support/text_browsers'
import { aBrowserOf, aVisitor } from '#tests/support/visiting'
import { test } from '@japa/runner'

test.group('A liaison keeps a quick reference', (group) => {
  group.each.setup(undone)
  group.tap((each) => each.timeout(120_000))

  test('at 320 px, without scripts: begins it, writes it, looks at it and publishes it', async ({
    browser,
    assert,
  }) => {
    const { lena } = await theCast()
    const page = await aBrowserOf(lena, browser, { scripts: 'unloaded', width: 320 })
    const press = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).first().click()
      await page.waitForLoadState()
    }
    const follow = async (name: string | RegExp) => {
      await page.getByRole('link', { name }).first().click()
      await page.waitForLoadState()
    }
    await page.goto('/liaison/programs')
    await follow('New program')
    await page.getByLabel('Name').fill('SRR')
    await press('Begin')

    await follow('Add service desk')
    await page.getByLabel('Name', { exact: true }).fill('DOL Service Desk')
    await page.getByLabel('Phone (optional)').fill('860-555-0119')
    await page.getByLabel('Who sees it: Phone').selectOption('Staff')
    await press('Save')
    await follow('Add escalation level')
    await page.getByLabel('From severity').first().selectOption('Incident')
    await page.getByLabel('First call').first().selectOption('DOL Service Desk')
    await press('Save')
    assert.isTrue(await page.getByRole('link', { name: 'this cannot be left empty' }).isVisible())
    assert.deepEqual(await faultsOf(page), [])
    await page.getByLabel('Minutes to wait before the next level').first().fill('15')
    await press('Save')
    await page.getByText('Added Escalation level to the draft.').waitFor()

    await follow('Change DOL Service Desk')
    await page.getByLabel('Menu option (optional)').fill('option 9')
    await press('Save')
    await press('Remove Level 1')
    await press('Undo')
    await page.getByText('Escalation level is back in the draft.').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await follow('Preview as everybody')
    assert.isTrue(await page.getByText('option 9', { exact: true }).isVisible())
    assert.isFalse(await page.getByText('860-555-0119').isVisible())
    await follow('Back to SRR')
    await press('Publish')
    await page.getByText('Published. Each field is shown to whom it is for.').waitFor()

    const program = await Program.firstOrFail()
    const { entries } = await recordFor(undefined, program.id)
    assert.deepEqual(
      entries.map((entry) => said(entry, 'option') || said(entry, 'severity')),
      ['option 9', 'incident']
    )
    await page.context().close()
  })

  test('brings the table of the service guide along', async ({ browser, assert }) => {
    const { lena } = await theCast()
    const page = await aBrowserOf(lena, browser, { scripts: 'unloaded', width: 320 })
    await page.goto('/liaison/programs/new')
    await page.getByLabel('Name').fill('SRR')
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('link', { name: 'Import from a Markdown table' }).click()
    await page.getByLabel('Table', { exact: true }).fill(serviceGuideTable)
    await page.getByRole('button', { name: 'Preview the table' }).click()
    await page.getByText('8 entries, as listed below.').waitFor()
    assert.deepEqual(await faultsOf(page), [])
    await page.getByRole('button', { name: 'Put it into the draft' }).click()
    await page.getByText('The draft has 8 entries of the table now.').waitFor()
    assert.isTrue(await page.getByText('Reviewed on June 29, 2022').isVisible())
    await page.context().close()
  })
})

test.group('A quick reference on paper', (group) => {
  group.each.setup(undone)

  test('is one page, with everything that the reader may know and nothing to press', async ({
    browser,
    assert,
  }) => {
    const { lena } = await theCast()
    const { program } = await aFullRecord(lena)
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      await anEntry(lena, program, 'administrator', {
        ...{ name: `${name} Person`, title: 'Analyst', phone: '860-555-0130' },
        email: `${name}@example.gov`,
      })
      await anEntry(lena, program, 'resource', {
        name,
        address: `https://docs.example.gov/${name}`,
      })
    }
    await publish(lena, program)
    const page = await aBrowserOf(lena, browser)
    await page.goto(`/quick-references/${program.id}`)
    await page.emulateMedia({ media: 'print' })
    for (const gone of ['button', 'nav a', '.masthead', '.foot', '.ago']) {
      assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone)
    }
    for (const words of [
      'Six Person',
      'https://staging.example.gov:444/admin',
      'Edition 1, published',
    ]) {
      assert.isTrue(await page.getByText(words).first().isVisible(), words)
    }
    const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' }
    for (const format of ['Letter', 'A4']) {
      const pdf = await page.pdf({ format, margin })
      assert.lengthOf(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? [], 1, format)
    }
    await page.context().close()
  })
})

test.group('A quick reference for a visitor', (group) => {
  group.each.setup(undone)

  test('is two presses from the page Sign In', async ({ browser, assert }) => {
    const { lena } = await theCast()
    const { program } = await aFullRecord(lena)
    await publish(lena, program)
    const page = await aVisitor(browser, { scripts: false, width: 320 })
    await page.goto('/sign-in')
    await page.getByRole('link', { name: 'Quick references' }).click()
    await page.getByRole('link', { name: 'SRR' }).click()
    assert.isTrue(await page.getByRole('link', { name: '860-555-0119' }).isVisible())
    assert.isFalse(await page.getByText('860-555-0102').isVisible())
    await page.context().close()
  })

  for (const { name, Browser, skip } of textBrowsers) {
    test(`is read in ${name}`, async () => {
      const { lena } = await theCast()
      const { program } = await aFullRecord(lena)
      await publish(lena, program)
      const text = new Browser()
      await text.begin(`http://localhost:${process.env.PORT}/quick-references`)
      await text.fill('Program, person or desk', 'service desk')
      await text.follow('Search')
      await text.sees('SRR')
      await text.follow('SRR')
      await text.sees(
        'SRR Quick Reference',
        'Business Program Owner(s)',
        '200 Folly Brook Boulevard'
      )
      await text.follow('Plain text')
      await text.sees('DOL Service Desk', 'Menu option: option 9')
      text.close()
    })
      .skip(...skip)
      .timeout(120_000)
  }
})
