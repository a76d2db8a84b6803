import { choose, fill, follow, inDays, openFolder, press, signIn } from './acts.mjs'
import { askForAccess } from './visitor.mjs'

const exchange = '/DOL/SRR/Exchange'

/**
 * What has happened before the pictures of the consoles are taken, all of it through the pages: DOL and OPM share a folder, offer
 * each other more, and somebody asks for access.
 */
export async function setTheScene(openContext) {
  const as = async (username, act) => {
    const context = await openContext()
    const page = await context.newPage()
    if (username) await signIn(page, username)
    await act(page)
    await context.close()
  }
  await as(null, askForAccess)
  await as('riverside.admin', acceptTerms)
  await as('dol.liaison', prepareTheExchange)
  await as('opm.liaison', acceptAndOffer)
  await as('dol.liaison', offerMore)
  await as('opm.otto', (page) => upload(page, 'Answers of OPM', 'answers-2026-q3.csv'))
  await as('dol.ada', (page) => upload(page, 'Claims for OPM', 'claims-2026-q3.csv'))
}

async function acceptTerms(page) {
  await page.goto('/home')
  await page.getByRole('checkbox').check()
  await press(page, 'Next')
  await page.getByRole('heading', { name: 'Terms and Conditions' }).waitFor({ state: 'detached' })
}

async function prepareTheExchange(page) {
  await openFolder(page, 'SRR')
  await follow(page, 'Several folders at once')
  await fill(page, { Folders: 'Exchange\n  Claims for OPM\n  Answers of OPM' })
  await press(page, 'Preview')
  await press(page, 'Make 3 folders')
  await page.getByText('Made 3 folders.').waitFor()
  await subscribe(page, 'Claims for OPM', 'Department of Labor', 'dol.ada', 'Contributor')
  await subscribe(page, 'Answers of OPM', 'Department of Labor', 'dol.ada', 'Viewer')
  await subscribe(page, 'Answers of OPM', 'Office of Policy', 'opm.otto Otto Orr', 'Contributor')
  await openGuestAccount(page)
}

/** As far as the button, no further. */
export async function fillInSubscription(page, folder, organization, people, level) {
  await page.goto('/liaison/subscriptions/create')
  await choose(page, 'Who gets access', organization)
  await page.getByLabel(new RegExp(`^${level}`)).check()
  await fill(page, {
    Folder: `${exchange}/${folder}`,
    People: people,
    Purpose: 'Quarterly exchange of claims',
  })
}

async function subscribe(page, ...wanted) {
  await fillInSubscription(page, ...wanted)
  await press(page, 'Subscribe recipients')
  await page.getByRole('heading', { name: 'Who has access', level: 1 }).waitFor()
}

async function openGuestAccount(page) {
  await page.goto('/liaison/accounts/create')
  await fill(page, {
    'User Name': 'gus.guest',
    'Full name': 'Gus Guest',
    'Mail address': 'gus.guest@example.com',
    'End date (optional)': inDays(20),
    'Sponsor’s user name': 'dol.ada',
  })
  await press(page, 'Open account')
  await page
    .getByRole('heading', { name: 'Gus Guest' })
    .or(page.getByText('Gus Guest'))
    .first()
    .waitFor()
}

async function acceptAndOffer(page) {
  await page.goto('/liaison/requests')
  await page.getByRole('link', { name: /Answers of OPM/ }).click()
  await press(page, 'Accept for Otto Orr')
  await page.getByText('Both sides are told.').waitFor()
  await page.goto('/liaison/subscriptions/create')
  await choose(page, 'Who gets access', 'Department of Labor')
  await fill(page, {
    Folder: '/OPM/DATAPOLICY/Published',
    People: 'dol.ada Ada Adams',
    Purpose: 'Reading the published inventories',
  })
  await press(page, 'Subscribe recipients')
  await page.getByText('Offered to').first().waitFor()
}

async function offerMore(page) {
  await subscribe(page, 'Claims for OPM', 'Office of Policy', 'opm.otto Otto Orr', 'Viewer')
  await subscribe(page, 'Claims for OPM', 'Riverside', 'riverside.admin Rita Rivers', 'Viewer')
  await page.goto('/liaison/reviews')
  await press(page, 'Start a review now')
  await page.getByRole('button', { name: 'Save this page' }).waitFor()
}

async function upload(page, folder, name) {
  await page.goto('/home')
  await page.getByRole('link', { name: folder }).first().click()
  const buffer = Buffer.from('county,claims\nHartford,204\n'.repeat(900))
  await page.getByLabel('Browse').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await press(page, 'Upload File')
  await page.getByText(`Uploaded ${name}`).first().waitFor()
}
