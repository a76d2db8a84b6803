import { go } from './acts.mjs'

/** The screens of Ada, and that of signing in as it is before. */
const screens = [
  { name: 'home', open: go('/home'), in: ['wide', 'small', 'dark', 'no-scripts'] },
  { name: 'folder', open: openIncoming, in: ['wide', 'small'] },
  { name: 'uploaded', open: upload, in: ['wide', 'small', 'no-scripts'] },
  { name: 'waybill', open: openWaybill, in: ['wide', 'small', 'dark'] },
  { name: 'deleted', open: remove, in: ['wide', 'small', 'no-scripts'] },
  { name: 'deleted-files', open: go('/deleted'), in: ['wide', 'small'] },
  { name: 'password', open: go('/password'), in: ['wide'] },
  { name: 'profile', open: go('/profile'), in: ['wide'] },
  { name: 'help', open: go('/help'), in: ['wide', 'small'] },
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

export const endUser = { username: 'dol.ada', screens }

/** Before anybody is signed in. */
export const atTheDoor = {
  screens: [
    { name: 'sign-in', open: go('/sign-in'), in: ['wide', 'small'] },
    { name: 'sign-in-error', open: signInWithNothing, in: ['wide', 'small'] },
  ],
}

async function signInWithNothing(page) {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: 'Sign In' }).click()
  await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
}
