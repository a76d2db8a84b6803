/**
 * npm run screenshots [address] [folder]: takes the pictures of the guides from a service that has just been seeded with
 * the demonstration (http://localhost:3333 and docs/pictures unless said): the main screens of each person, wide and at
 * 320 px, in the dark and without scripts.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chromium } from 'playwright'
import { signIn } from './screenshots/acts.mjs'
import { manners, take } from './screenshots/camera.mjs'
import { atTheDoor, endUser } from './screenshots/end_user.mjs'
import { liaison, otherLiaison } from './screenshots/liaisons.mjs'
import { operator, partner } from './screenshots/others.mjs'
import { setTheScene } from './screenshots/scene.mjs'
import { visitor } from './screenshots/visitor.mjs'
import { root } from './steps/place.mjs'

const address = process.argv[2] ?? 'http://localhost:3333'
const pictures = resolve(process.argv[3] ?? join(root, 'docs/pictures'))

await mkdir(pictures, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
})

const openContext = (manner) => browser.newContext({ baseURL: address, ...manners[manner] })

/** All that one person sees, in each manner in which at least one screen is taken. */
async function tour({ username, screens }) {
  for (const manner of Object.keys(manners)) {
    const wanted = screens.filter((screen) => screen.in.includes(manner))
    if (!wanted.length) continue
    const context = await openContext(manner)
    const page = await context.newPage()
    if (username) await signIn(page, username)
    for (const screen of wanted) {
      await screen.open(page)
      await take(page, join(pictures, `${screen.name}-${manner}.webp`))
    }
    await context.close()
  }
}

for (const each of [atTheDoor, endUser]) await tour(each)
await setTheScene(() => openContext('wide'))
for (const each of [visitor, liaison, otherLiaison, partner, operator]) await tour(each)
await browser.close()
