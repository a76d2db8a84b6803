import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { faultsOf } from '#tests/support/page_faults'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'

test.group('The places of a console', (group) => {
  group.each.setup(undone)

  test('leave the first screen of a telephone to the page; scripts: {$self}')
    .with([true, false])
    .run(async ({ assert, browser }, scripts) => {
      const { lena } = await theCast()
      const page = await aBrowserOf(lena, browser, { scripts })
      await page.setViewportSize({ width: 320, height: 568 })
      await page.goto('/liaison/subscriptions')

      const heading = await page.getByRole('heading', { level: 1 }).boundingBox()
      assert.isBelow(heading!.y + heading!.height, 568)
      const places = page.getByRole('navigation', { name: 'Places of the Liaison workspace' })
      assert.isFalse(await places.getByRole('link', { name: 'Accounts' }).isVisible())

      await places.getByText('Places: Subscriptions').focus()
      await page.keyboard.press('Enter')
      await places.getByRole('link', { name: 'Accounts' }).waitFor()
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/liaison')
      await places.getByText('Places: Overview').click()
      if (scripts) assert.deepEqual(await faultsOf(page), [])
      await page.context().close()
    })

  test('stand open beside the page where there is room', async ({ assert, browser }) => {
    const { lena } = await theCast()
    const page = await aBrowserOf(lena, browser, { scripts: false })
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto('/liaison/subscriptions')
    const places = page.getByRole('navigation', { name: 'Places of the Liaison workspace' })
    assert.isFalse(await places.getByText('Places: Subscriptions').isVisible())
    await places.getByRole('link', { name: 'Accounts' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/liaison/accounts')
    await page.context().close()
  })
})
