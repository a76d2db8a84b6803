import { choose, fill, follow, go, inDays, openAccount, openFolder, press } from './acts.mjs'
import { fillInSubscription } from './scene.mjs'

const screens = [
  { name: 'workspace', open: go('/liaison'), in: ['wide'] },
  { name: 'requests', open: go('/liaison/requests'), in: ['wide'] },
  { name: 'access-request', open: openRequest, in: ['wide'] },
  { name: 'accounts', open: go('/liaison/accounts'), in: ['wide', 'small'] },
  { name: 'account', open: (page) => openAccount(page, 'Ada Adams'), in: ['wide'] },
  { name: 'new-account', open: fillInAccount, in: ['wide'] },
  { name: 'welcome-sheet', open: openAccountOfNora, in: ['wide'] },
  { name: 'import', open: previewImport, in: ['wide'] },
  { name: 'departure', open: leave, in: ['wide'] },
  { name: 'tree', open: (page) => openFolder(page, 'SRR'), in: ['wide'] },
  { name: 'several-folders', open: previewFolders, in: ['wide', 'no-scripts'] },
  { name: 'folder-settings', open: openSettings, in: ['wide'] },
  { name: 'move-folder', open: confirmMove, in: ['wide'] },
  { name: 'subscribe', open: subscribe, in: ['wide'] },
  { name: 'folder-access', open: openFolderAccess, in: ['wide'] },
  { name: 'access', open: go('/liaison/access'), in: ['wide'] },
  { name: 'access-matrix', open: openMatrix, in: ['wide', 'dark'] },
  { name: 'review', open: openReview, in: ['wide'] },
  { name: 'activity', open: go('/liaison/activity'), in: ['wide'] },
  { name: 'transfers', open: go('/liaison/transfers'), in: ['wide'] },
  { name: 'published-contact', open: go('/liaison/contact'), in: ['wide'] },
]

async function openRequest(page) {
  await page.goto('/liaison/requests')
  await page.getByRole('link', { name: /^Cleo Clark/ }).click()
}

async function fillInAccount(page) {
  await page.goto('/liaison/accounts/create')
  await fill(page, {
    'User Name': 'nora.new',
    'Full name': 'Nora New',
    'Mail address': 'nora.new@example.gov',
    'Title (optional)': 'Examiner',
  })
  await choose(page, 'First password', 'show it to me once')
}

async function openAccountOfNora(page) {
  await fillInAccount(page)
  await press(page, 'Open account')
  await page.getByText('The first password is shown now').waitFor()
}

async function previewImport(page) {
  await page.goto('/liaison/imports/create')
  const rows = [
    'User name,Full name,E-mail,Title,Folder path,Level',
    'ann.ash,Ann Ash,ann.ash@example.gov,Examiner,/DOL/SRR/Incoming,contributor',
    'tom.tall,Tom Tall,tom.tall@example.gov,Examiner,/DOL/SRR/Incomming,contributor',
  ]
  await fill(page, { Table: rows.join('\n') })
  await press(page, 'Preview the table')
  await page.getByRole('heading', { name: 'Preview of an import' }).waitFor()
}

async function leave(page) {
  await openAccount(page, 'Ada Adams')
  await follow(page, 'She has left')
  await page.getByRole('heading', { name: 'Ada Adams has left' }).waitFor()
}

async function previewFolders(page) {
  await openFolder(page, 'SRR')
  await follow(page, 'Several folders at once')
  await fill(page, { Folders: 'Audits\n  2026\n    Drafts\n    Final\nExchange\n  Terms' })
  await press(page, 'Preview')
  await page.getByRole('heading', { name: 'Preview of the folders' }).waitFor()
}

async function openSettings(page) {
  await openFolder(page, 'SRR', 'Incoming')
  await follow(page, 'Settings')
  await page.getByRole('heading', { name: 'Settings of Incoming' }).waitFor()
}

/** From where its own people reach it to where others do. */
async function confirmMove(page) {
  await openFolder(page, 'SRR', 'Responses')
  await follow(page, 'Move')
  await fill(page, { Path: '/DOL/SRR/Incoming' })
  await press(page, 'Choose')
  await page.getByRole('heading', { name: 'Move it to /DOL/SRR/Incoming?' }).waitFor()
}

async function subscribe(page) {
  await fillInSubscription(
    page,
    'Claims for OPM',
    'Office of Policy',
    'opm.otto Otto Orr',
    'Viewer'
  )
  await fill(page, { 'End date': inDays(365) })
}

async function openFolderAccess(page) {
  await openFolder(page, 'SRR', 'Exchange', 'Answers of OPM')
  await follow(page, 'Who has access')
  await page.getByRole('heading', { name: 'Who has access', level: 1 }).waitFor()
}

async function openMatrix(page) {
  await page.goto('/liaison/access/matrix')
  await fill(page, { Folder: '/DOL/SRR/Exchange' })
  await press(page, 'Show')
  await page.getByText('Folders of /DOL/SRR/Exchange').waitFor()
}

async function openReview(page) {
  await page.goto('/liaison/reviews')
  await follow(page, 'On demand')
  await page.getByRole('button', { name: 'Save this page' }).waitFor()
}

export const liaison = { username: 'dol.liaison', screens }

/** Who is asked by the first one. */
export const otherLiaison = {
  username: 'opm.liaison',
  screens: [{ name: 'offer', open: openOffer, in: ['wide', 'small'] }],
}

async function openOffer(page) {
  await page.goto('/liaison/requests')
  await page.getByRole('link', { name: /Claims for OPM/ }).click()
  await page.getByRole('heading', { name: 'An offer to one of your people' }).waitFor()
}
