import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { faultsOf } from '#tests/support/page_faults'
import { theHelpDesk } from '#tests/support/help_desk'
import { received } from '#tests/support/received'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'

async function answering() {
  const cast = { ...(await theCast()), hank: await theHelpDesk() }
  return { ...cast, file: await received(cast.incoming, cast.ada, 'notes.txt', 'hello') }
}
const box = 'Whom or what is it about?'

test.group('The help desk’s search in Chromium', (group) => {
  group.each.setup(undone)

  test('answers while it is typed, and the focus stays in the box', async ({ assert, browser }) => {
    const { hank } = await answering()
    const page = await aBrowserOf(hank, browser)
    await page.goto('/help-desk')
    let loads = 0
    page.on('load', () => loads++)
    await page.keyboard.type('lena lang', { delay: 20 })
    await page.getByRole('rowheader', { name: 'Lena Long' }).waitFor()
    assert.equal(await page.locator(':focus').inputValue(), 'lena lang')
    assert.include(page.url(), 'search=lena+lang')
    await page.getByText('1 result found.').waitFor({ state: 'attached' })
    await page.getByLabel(box).fill('zzyzx')
    await page.getByText('Nothing is found for “zzyzx”.').waitFor()
    await page.getByLabel(box).fill('')
    await page.getByText('What you can type').waitFor()
    assert.equal(loads, 0)
    await page.context().close()
  })

  test('one form does it all without scripts', async ({ assert, browser }) => {
    const { hank, file } = await answering()
    const page = await aBrowserOf(hank, browser, { scripts: false })
    await page.goto('/help-desk')
    await page.getByLabel(box).fill('srr incomming')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: '/DOL/SRR/Incoming' }).click()
    await page.getByRole('heading', { name: 'Folder Incoming' }).waitFor()
    await page.getByRole('link', { name: 'Search' }).click()
    await page.getByLabel(box).fill(file.code.slice(0, 6))
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('link', { name: file.code }).click()
    assert.include(await page.textContent('main'), `Yes, ${file.code} arrived`)
    await page.context().close()
  })

  test('the keyboard alone leads from the box to the answer', async ({ assert, browser }) => {
    const { hank } = await answering()
    const page = await aBrowserOf(hank, browser)
    await page.goto('/help-desk')
    await page.keyboard.type('labor')
    await page.getByRole('link', { name: 'Department of Labor' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    assert.equal(await page.locator(':focus').textContent(), 'Department of Labor')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Department of Labor' }).waitFor()
    await page.context().close()
  })

  test(
    'is sound with results, guesses, codes and nothing, and so is what it leads to, at {$self} px'
  )
    .with([1280, 320])
    .run(async ({ assert, browser }, width) => {
      const { hank, file, dol, incoming } = await answering()
      const page = await aBrowserOf(hank, browser, { width })
      const searches = ['', 'dol', 'srr incomming', 'zzyzx', 'W-7K3Q', file.code]
      for (const path of [
        ...searches.map((search) => `?search=${encodeURIComponent(search)}`),
        ...[`/organizations/${dol.id}`, `/folders/${incoming.id}`, `/receipts/${file.code}`],
      ]) {
        await page.goto(`/help-desk${path}`)
        assert.deepEqual(await faultsOf(page), [], path)
      }
      await page.context().close()
    })
})
