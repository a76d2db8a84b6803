import { fill, go, press } from './acts.mjs'

const screens = [
  { name: 'find-your-liaison', open: go('/find-your-liaison'), in: ['wide'] },
  { name: 'request-access', open: ask, in: ['wide'] },
]

/** As far as the button, no further. */
async function ask(page) {
  await page.goto('/find-your-liaison')
  await page.getByRole('link', { name: 'Request access at Department of Labor' }).click()
  await fill(page, {
    'Full name': 'Cleo Clark',
    'E-mail': 'cleo.clark@example.gov',
    'What for': 'Quarterly wages for the SRR program: I upload them for my office.',
    'Whom you work with there': 'Ada Adams',
  })
}

export const visitor = { screens }

/** The same, to the end. */
export async function askForAccess(page) {
  await ask(page)
  await press(page, 'Send the request')
  await page.getByRole('heading', { name: 'Your request is on its way' }).waitFor()
}
