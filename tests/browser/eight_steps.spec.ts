import { password, theCast } from '#tests/support/cast'
import { undone } from '#tests/support/database'
import { mailed, pathIn } from '#tests/support/mailed'
import { aBrowserOf, aVisitor, signIn } from '#tests/support/visiting'
import { test } from '@japa/runner'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'

type Cast = Awaited<ReturnType<typeof theCast>>

const report = {
  name: 'claims.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('county,claims\nHartford,204\n'),
}

/** How many pages somebody has loaded: what leads on to another page by itself counts once. */
class Loads {
  #count = 0
  #since = 0

  constructor(readonly page: Page) {
    page.on('response', (response) => {
      const request = response.request()
      const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame()
      if (isPage && response.status() < 300) this.#count++
    })
  }

  /** Since it was asked last. */
  get more() {
    const more = this.#count - this.#since
    this.#since = this.#count
    return more
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const says = (page: Page, words: string) => page.getByText(words).first().waitFor()

/** Steps 1 and 2: who is my liaison, and how do I get in? */
async function asks(page: Page) {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Find your SFT Liaison' }).first().click()
  await says(page, 'Lena Long')
  await page.getByRole('link', { name: 'Request access at Department of Labor' }).click()
  await page.getByLabel('Full name').fill('Nia Novak')
  await page.getByLabel('E-mail').fill('nia@example.gov')
  await page.getByLabel('What for').fill('Claims of the counties, for SRR')
  await press(page, 'Send the request')
  await says(page, 'Your request is on its way')
}

async function approves(page: Page) {
  await page.goto('/liaison/requests')
  await page.getByRole('link', { name: /Nia Novak/ }).click()
  await page.getByLabel('User name', { exact: true }).fill('nia')
  await press(page, 'Approve')
  await says(page, 'Nia Novak')
}

/** Step 3: log in. */
async function activates(page: Page) {
  const letter = (await mailed()).find(({ subject }) => subject === 'Activate your account')
  await page.goto(pathIn(letter!.text))
  await page.getByLabel('New Password').fill(password)
  await page.getByLabel('Retype Password').fill(password)
  await press(page, 'Next')
  await signIn(page, 'nia')
  await page.getByRole('heading', { name: 'Home', exact: true }).waitFor()
}

/** Step 4: folders for this transfer, open to who sends. */
async function makesFolders(page: Page, { srr }: Cast) {
  await page.goto(`/liaison/folders/${srr.id}`)
  await follow(page, 'Several folders at once')
  await page.getByLabel('Folders', { exact: true }).fill('Exchange\n  Claims for OPM')
  await press(page, 'Preview')
  await press(page, 'Make 2 folders')
  await follow(page, 'Exchange')
  await follow(page, 'Claims for OPM')
}

async function subscribes(page: Page, { organization, people }: Record<string, string>) {
  await follow(page, 'Subscribe recipients')
  const options = page.getByLabel('Who gets access')
  const label = await options.locator('option').filter({ hasText: organization }).innerText()
  await options.selectOption({ label })
  await page.getByLabel('People', { exact: true }).fill(people)
  const level = organization === 'Office of Policy' ? /^Viewer/ : /^Contributor/
  await page.getByLabel(level).check()
  await page.getByLabel('Purpose').fill('Quarterly exchange of claims')
  await press(page, 'Subscribe recipients')
}

/** Steps 5 and 6: the other agency's liaison agrees, and the recipient is in. */
async function accepts(page: Page) {
  await page.goto('/liaison/requests')
  await page.getByRole('link', { name: /Claims for OPM/ }).click()
  await press(page, 'Accept for Otto Orr')
  await says(page, 'Otto Orr')
}

/** Step 7: upload the data into the designated folder. */
async function uploads(page: Page) {
  await page.goto('/home')
  await page.getByRole('link', { name: 'Claims for OPM' }).first().click()
  await page.getByLabel('Browse').setInputFiles(report)
  await press(page, 'Upload File')
  await says(page, 'Uploaded claims.csv')
}

async function fetches(page: Page) {
  await page.goto('/home')
  await page.getByRole('link', { name: 'Claims for OPM' }).first().click()
  await page.getByRole('checkbox', { name: 'claims.csv' }).check()
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Download')])
  return readFile(await download.path(), 'utf8')
}

test.group('Steps to use SFTP, between two agencies', (group) => {
  group.each.setup(undone)

  test('from "who is my liaison?" to a file in both people’s hands, {manner}')
    .with([
      { manner: 'with scripts', scripts: true },
      { manner: 'without scripts', scripts: false },
    ])
    .timeout(180_000)
    .run(async ({ assert, browser }, { scripts }) => {
      const cast = await theCast()
      const nia = await aVisitor(browser, { scripts })
      const atNia = new Loads(nia)
      await asks(nia)
      assert.isAtMost(atNia.more, 4, 'asking for access')

      const lena = await aBrowserOf(cast.lena, browser, { scripts })
      const atLena = new Loads(lena)
      await approves(lena)
      assert.isAtMost(atLena.more, 3, 'approving')
      await activates(nia)

      await makesFolders(lena, cast)
      assert.isAtMost(atLena.more, 6, 'making folders')
      await subscribes(lena, { organization: 'people', people: 'nia' })
      await says(lena, 'Nia Novak')
      atLena.more
      await subscribes(lena, { organization: 'Office of Policy', people: 'otto Otto Orr' })
      await says(lena, 'Otto Orr')
      assert.isAtMost(atLena.more, 2, 'one form offers access across agencies')

      const otto = await aBrowserOf(cast.otto, browser, { scripts })
      assert.equal(await otto.getByText('Claims for OPM').count(), 0)
      const olga = await aBrowserOf(cast.olga, browser, { scripts })
      const atOlga = new Loads(olga)
      await accepts(olga)
      assert.isAtMost(atOlga.more, 3, 'one form accepts it')

      await uploads(nia)
      assert.equal(await fetches(otto), report.buffer.toString())

      await otto.goto('/help')
      await says(otto, 'Olga Oak')
      for (const page of [nia, lena, olga, otto]) await page.context().close()
    })
})
