import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'

test.group('A waybill on paper', (group) => {
  group.each.setup(undone)

  test('is black on white with nothing to press and no time that goes by', async ({
    browser,
    assert,
  }) => {
    const { ada, incoming } = await theCast()
    await received(incoming, ada, 'wages.csv', 'a,b\n')
    const file = await received(incoming, ada, 'wages.csv', 'a,b\r\n', 'ascii')
    const page = await aBrowserOf(ada, browser, { dark: true })
    await page.goto(`/files/${file.id}`)
    assert.isAbove(await page.locator('.ago:visible').count(), 0)

    await page.emulateMedia({ media: 'print' })
    for (const gone of ['button', 'input', '.button', '.ago', 'nav a']) {
      assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone)
    }
    for (const words of [file.code, file.sha256, 'Ada Adams', 'ASCII: 1 line ending changed']) {
      assert.isTrue(await page.getByText(words).first().isVisible(), words)
    }
    const colours = await page.evaluate(
      '(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))'
    )
    assert.deepEqual(colours, ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
  })
})

test.group('A welcome sheet on paper', (group) => {
  group.each.setup(undone)

  test('is for who gets it: nothing says who printed it', async ({ browser, assert }) => {
    const { ada, lena } = await theCast()
    const page = await aBrowserOf(lena, browser)
    await page.goto(`/liaison/accounts/${ada.id}/welcome`)
    assert.isTrue(await page.locator('.who').isVisible())
    await page.emulateMedia({ media: 'print' })
    assert.isFalse(await page.locator('.who').isVisible())
    assert.isFalse(await page.locator('.foot').isVisible())
    assert.isTrue(await page.getByText('This is what Ada Adams needs to begin.').isVisible())
  })
})
