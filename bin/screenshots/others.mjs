import { follow, go } from './acts.mjs'

export const partner = {
  username: 'riverside.admin',
  screens: [{ name: 'administration', open: go('/liaison'), in: ['wide'] }],
}

export const operator = {
  username: 'operator',
  screens: [
    { name: 'organizations', open: go('/operations/organizations'), in: ['wide'] },
    { name: 'organization', open: openAgency, in: ['wide'] },
    { name: 'suspension', open: suspend, in: ['wide'] },
  ],
}

async function openAgency(page) {
  await page.goto('/operations/organizations')
  await follow(page, 'Office of Policy and Management')
  await page.getByRole('heading', { name: 'Office of Policy and Management', level: 1 }).waitFor()
}

async function suspend(page) {
  await openAgency(page)
  await follow(page, 'Suspend')
  await page.getByRole('heading', { name: /^Suspend / }).waitFor()
}
