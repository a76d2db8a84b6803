import { forgetAnnouncements } from '#app/doors/http/views/announcements'
import { day, now } from '#app/shared/clock'
import Announcement from '#app/support/announcements/announcement'
import { inFields } from '#app/doors/http/forms/wall_time'
import { anAnnouncement } from '#tests/support/announcements'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { anOperator } from '#tests/support/operators'
import { faultsOf } from '#tests/support/page_faults'
import { aBrowserOf, aVisitor } from '#tests/support/visiting'
import { test } from '@japa/runner'

/** Without scripts no test can ask the page itself, so ours are merely never loaded where faults are looked for. */
const small = { scripts: false, width: 320 } as const

test.group('Announcements without scripts at 320 px', (group) => {
  group.each.setup(undone)
  group.each.setup(() => {
    forgetAnnouncements()
    return forgetAnnouncements
  })

  test('are written, looked at, published, read and put away', async ({ assert, browser }) => {
    const { ada } = await theCast()
    const olive = await anOperator()
    const page = await aBrowserOf(olive, browser, small)
    await page.goto('/operations/announcements')
    await page.getByRole('link', { name: 'New announcement' }).click()
    await page.getByLabel('Heading').fill('Maintenance on Sunday')
    await page.getByLabel('Text').fill('From 6 to 8.\n\nMore at https://status.example.gov/.')
    await page.getByLabel('Kind').selectOption('Maintenance')
    await page.getByLabel('Where').selectOption('On the sign-in page and after signing in')
    await page.getByLabel('Day of the end').fill(inFields(now() + 3 * day).on)
    await page.getByRole('button', { name: 'Preview' }).click()
    await page
      .getByRole('region', { name: 'As it would be shown; not published yet' })
      .getByRole('heading', { name: 'Maintenance: Maintenance on Sunday' })
      .waitFor()
    assert.lengthOf(await Announcement.all(), 0)
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('Published.').waitFor()
    const one = await Announcement.firstOrFail()
    assert.equal(inFields(one.endsAt).at, '23:59')

    const visitor = await aVisitor(browser, small)
    await visitor.goto('/sign-in')
    const region = visitor.getByRole('region', { name: 'Announcements' })
    const link = region.getByRole('link', { name: 'https://status.example.gov/' })
    assert.equal(await link.getAttribute('href'), 'https://status.example.gov/')

    const reader = await aBrowserOf(ada, browser, small)
    await reader.getByRole('button', { name: 'Understood' }).click()
    await reader.getByText('“Maintenance on Sunday” is put away.').waitFor()
    assert.equal(await reader.getByRole('region', { name: 'Announcements' }).count(), 0)

    await page.getByRole('link', { name: 'Withdraw' }).click()
    await page.getByRole('button', { name: 'Withdraw' }).click()
    await page.getByText('Withdrawn. Nobody sees it any more.').waitFor()
    await visitor.reload()
    assert.equal(await region.count(), 0)
    for (const each of [page, visitor, reader]) await each.context().close()
  })

  test('several of one heading are sound where they are shown: {$self}')
    .with(['/sign-in', '/find-your-liaison', '/home'])
    .run(async ({ assert, browser }, path) => {
      const { ada, lena, dol } = await theCast()
      const olive = await anOperator()
      const long = { words: `https://example.gov/${'a-long-way/'.repeat(20)}`, isPublic: true }
      for (const kind of ['trouble', 'maintenance', 'information'] as const) {
        await anAnnouncement(olive, null, { ...long, kind, place: 'both' })
        await anAnnouncement(lena, dol, { ...long, kind })
      }
      for (const width of [320, 1280]) {
        const eyes = { scripts: 'unloaded', width, dark: width === 320 } as const
        const isIn = path === '/home'
        const page = await (isIn ? aBrowserOf(ada, browser, eyes) : aVisitor(browser, eyes))
        await page.goto(path)
        assert.equal(
          await page.getByRole('heading', { level: 3 }).count(),
          path === '/home' ? 6 : 3
        )
        assert.deepEqual(await faultsOf(page), [])
        await page.context().close()
      }
    })
})
