/**
 * npm run screenshots [address]: takes the pictures of docs/pictures from a service that runs with the demonstration
 * data (http://localhost:3333 unless said): the main screens, wide and at 320 px, in the dark and without scripts.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { root } from './steps/place.mjs'

const address = process.argv[2] ?? 'http://localhost:3333'
const pictures = join(root, 'docs/pictures')
const password = 'Waybill-2026-demo'

const wide = { viewport: { width: 1280, height: 800 } }
const small = { viewport: { width: 320, height: 640 } }
const manners = {
  'wide': wide,
  'small': small,
  'dark': { ...wide, colorScheme: 'dark' },
  'no-scripts': { ...wide, javaScriptEnabled: false },
}

/** Each screen: how to come to it from a page that is signed in as Ada, and in which manners it is taken. */
const screens = [
  { name: 'home', open: (page) => page.goto('/home'), in: ['wide', 'small', 'dark', 'no-scripts'] },
  { name: 'folder', open: openIncoming, in: ['wide', 'small'] },
  { name: 'uploaded', open: upload, in: ['wide', 'small', 'no-scripts'] },
  { name: 'waybill', open: openWaybill, in: ['wide', 'small', 'dark'] },
  { name: 'deleted', open: remove, in: ['wide', 'small', 'no-scripts'] },
  { name: 'deleted-files', open: (page) => page.goto('/deleted'), in: ['wide', 'small'] },
  { name: 'password', open: (page) => page.goto('/password'), in: ['wide'] },
  { name: 'profile', open: (page) => page.goto('/profile'), in: ['wide'] },
  { name: 'help', open: (page) => page.goto('/help'), in: ['wide', 'small'] },
]

async function openIncoming(page) {
  await page.goto('/home')
  await page.getByRole('link', { name: 'Incoming' }).first().click()
}

async function upload(page) {
  await page.goto('/home')
  const files = ['Claims of October.csv', 'Letter to the board.txt'].map((name) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from('An example.\n'.repeat(2000)),
  }))
  await page.getByLabel('Browse').setInputFiles(files)
  await page.getByRole('button', { name: 'Upload File' }).click()
  await page.getByText('SHA-256').nth(1).waitFor()
}

async function openWaybill(page) {
  await page.goto('/home')
  await page.locator('table.files tbody a').first().click()
  await page.getByText('SHA-256').first().waitFor()
}

async function remove(page) {
  await page.goto('/home')
  await page.getByRole('checkbox', { name: 'Letter to the board.txt' }).check()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Undo' }).waitFor()
}

async function signIn(page) {
  await page.goto('/sign-in')
  await page.getByLabel('User Name').fill('dol.ada')
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign In' }).click()
  await page.getByRole('heading', { name: 'Home', level: 1 }).waitFor()
}

/** WebP straight from the browser: a quarter of the size of a PNG. */
async function take(page, name) {
  const height = Math.min(await page.evaluate('document.documentElement.scrollHeight'), 1600)
  const clip = { x: 0, y: 0, width: page.viewportSize().width, height, scale: 1 }
  const session = await page.context().newCDPSession(page)
  const picture = { format: 'webp', quality: 80, captureBeyondViewport: true, clip }
  const { data } = await session.send('Page.captureScreenshot', picture)
  await writeFile(join(pictures, `${name}.webp`), Buffer.from(data, 'base64'))
}

await mkdir(pictures, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
})
for (const [manner, settings] of Object.entries(manners)) {
  const context = await browser.newContext({ baseURL: address, ...settings })
  const page = await context.newPage()
  if (manner === 'wide' || manner === 'small') {
    await page.goto('/sign-in')
    await take(page, `sign-in-${manner}`)
    await page.getByRole('button', { name: 'Sign In' }).click()
    await take(page, `sign-in-error-${manner}`)
  }
  await signIn(page)
  for (const screen of screens.filter((each) => each.in.includes(manner))) {
    await screen.open(page)
    await take(page, `${screen.name}-${manner}`)
  }
  await context.close()
}
await browser.close()
