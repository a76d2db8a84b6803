import AccessReview from '#app/folders/reviews/access_review'
import { brokenWords } from '#tests/support/broken_words'
import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'

test.group('Wide tables', (group) => {
  group.each.setup(undone)

  test('break no word of usual length', async ({ assert, browser }) => {
    const { ada, dol, incoming, lena } = await theCast()
    await dol.merge({ name: 'Office of Policy and Management' }).save()
    await received(incoming, ada, 'a.txt', 'x')
    const review = (await AccessReview.start(lena, dol))!
    const page = await aBrowserOf(lena, browser, { scripts: true })
    for (const address of [
      '/liaison/access',
      '/liaison/transfers',
      `/liaison/reviews/${review.id}`,
      `/liaison/reviews/${review.id}?shown=all`,
    ]) {
      for (const width of [1280, 1150, 1120, 1024, 900, 320]) {
        await page.setViewportSize({ width, height: 900 })
        await page.goto(address)
        assert.deepEqual(await brokenWords(page), [], `${address} at ${width} px`)
        assert.isAtMost(
          Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth')),
          0,
          `${address} at ${width} px`
        )
      }
    }
    await page.context().close()
  }).timeout(120_000)
})
