import { theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { received } from '#tests/support/received'
import { aTrap } from '#tests/support/trap'
import { aBrowserOf } from '#tests/support/visiting'
import { test } from '@japa/runner'
import type { Frame } from 'playwright'

/** All that a page can try: each way ends at the trap, or marks the page's title or the service's own page. */
const hostilePage = (trap: string) => `<!DOCTYPE html>
<html><head><title>Harmless</title>
<meta http-equiv="refresh" content="0; url=${trap}/refreshed">
<base href="${trap}/based/">
<link rel="stylesheet" href="${trap}/style.css">
<link rel="preload" as="image" href="${trap}/preload.png">
<link rel="prefetch" href="${trap}/prefetch">
<link rel="preconnect" href="${trap}"><link rel="dns-prefetch" href="${trap}">
<link rel="icon" href="${trap}/icon.png">
<style>@import url(${trap}/import.css); body { background: url(${trap}/background.png) }
@font-face { font-family: f; src: url(${trap}/font) } p { font-family: f }</style>
<script src="${trap}/script.js"></script>
<script>document.title = 'ran'; parent.document.title = 'ran'; top.location = '${trap}/topped'; fetch('${trap}/fetched')</script>
</head><body onload="document.title = 'ran'">
<p>Text of the page {{ 7 * 7 }}</p>
<img src="${trap}/image.png" onerror="document.title = 'ran'"><img src="relative.png">
<svg onload="document.title = 'ran'"><image href="${trap}/svg.png"/><script>document.title = 'ran'</script></svg>
<iframe src="${trap}/frame"></iframe><iframe srcdoc="<script>top.document.title = 'ran'</script>"></iframe>
<object data="${trap}/object"></object><embed src="${trap}/embed">
<video src="${trap}/video" autoplay></video><audio src="${trap}/audio" autoplay></audio>
<form action="/sign-out" method="post" id="f"><button autofocus>Go</button></form>
<form action="${trap}/form"><input name="a"><button id="send">Send</button></form>
<a href="javascript:document.title='ran'" id="link">script</a>
<a href="${trap}/ping" ping="${trap}/pinged" id="out" target="_top">out</a>
</body></html>`

const hostileDrawing = (
  trap: string
) => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="top.location='${trap}/svg'">
<script>top.location = '${trap}/svg-script'</script><image xlink:href="${trap}/svg-image"/>
<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="${trap}/foreign"/></body></foreignObject>
<text y="20">Text of the page</text></svg>`

const hostileWords = (trap: string) =>
  `Text of the page <script>top.location='${trap}/text'</script><img src="${trap}/image">![x](${trap}/markdown.png) {{ 7 * 7 }}`

const samples: Record<string, (trap: string) => string> = {
  'page.html': hostilePage,
  'drawing.svg': hostileDrawing,
  'words.md': hostileWords,
  'words.csv': hostileWords,
  'words.json': hostileWords,
  'words.log': hostileWords,
}

/** A drawing is shown as a picture; everything else has its words. */
const shown = (frame: Frame, name: string) =>
  name === 'drawing.svg' && frame.url().endsWith('html')
    ? frame.locator('img[alt="drawing.svg"]').waitFor()
    : frame.getByText('Text of the page').first().waitFor()

/** Presses whatever the file offers to press. */
async function pressAll(frame: Frame) {
  for (const offer of ['#send', '#link', '#f button']) {
    if (await frame.locator(offer).count()) await frame.locator(offer).click()
  }
}

test.group('A hostile file', (group) => {
  group.each.setup(undone)

  for (const manner of ['html', 'text']) {
    test(`{$self} in View (${manner}): nothing runs, nothing is asked for, nobody is signed out`)
      .with(Object.keys(samples))
      .run(async ({ assert, browser }, name) => {
        const { ada, incoming } = await theCast()
        const trap = await aTrap()
        const file = await received(incoming, ada, name, samples[name](trap.url))
        const page = await aBrowserOf(ada, browser)

        const contents = `/files/${file.id}/contents/${manner}`
        for (const address of [`/files/${file.id}/${manner}`, contents]) {
          await page.goto(address)
          const frame = page.frames().find((each) => each.url().endsWith(contents))!
          await shown(frame, name)
          await pressAll(frame)
          await page.waitForTimeout(500)
          assert.notEqual(await page.title(), 'ran')
          assert.equal(new URL(page.url()).pathname, address)
        }
        await page.goto('/home')
        assert.equal(new URL(page.url()).pathname, '/home')
        assert.deepEqual(trap.visits(), [])
        await page.context().close()
        await trap.close()
      })
  }
})
