import { writeFile } from 'node:fs/promises'

const wide = { viewport: { width: 1280, height: 800 } }
const small = { viewport: { width: 320, height: 640 } }

/** The ways of looking at a screen. */
export const manners = {
  'wide': wide,
  'small': small,
  'dark': { ...wide, colorScheme: 'dark' },
  'no-scripts': { ...wide, javaScriptEnabled: false },
}

const tallest = 1600

/** WebP straight from the browser: a quarter of the size of a PNG. */
export async function take(page, path) {
  const height = Math.min(await page.evaluate('document.documentElement.scrollHeight'), tallest)
  const clip = { x: 0, y: 0, width: page.viewportSize().width, height, scale: 1 }
  const session = await page.context().newCDPSession(page)
  const picture = { format: 'webp', quality: 80, captureBeyondViewport: true, clip }
  const { data } = await session.send('Page.captureScreenshot', picture)
  await writeFile(path, Buffer.from(data, 'base64'))
}
