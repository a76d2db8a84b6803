/** Of every account of the demonstration. */
const password = 'Waybill-2026-demo'

export const go = (path) => (page) => page.goto(path)

export const follow = (page, name) =>
  page.locator('main').getByRole('link', { name, exact: true }).first().click()

export const press = (page, name) => page.getByRole('button', { name, exact: true }).click()

/** Fills in fields by their labels, and leaves them: no picture shows a cursor. */
export async function fill(page, fields) {
  for (const [label, value] of Object.entries(fields)) {
    const field = page.getByLabel(label, { exact: true })
    await field.fill(value)
    await field.blur()
  }
}

/** Chooses the first option that holds the words. */
export async function choose(page, label, words) {
  const options = page.getByLabel(label, { exact: true })
  const value = await options.locator('option', { hasText: words }).first().getAttribute('value')
  await options.selectOption(value)
}

export async function signIn(page, username) {
  await page.goto('/sign-in')
  await fill(page, { 'User Name': username, 'Password': password })
  await press(page, 'Sign In')
  await page.getByRole('button', { name: 'Sign Out' }).waitFor()
}

/** Down the liaison's own tree, folder by folder. */
export async function openFolder(page, ...names) {
  await page.goto('/liaison/folders')
  for (const name of names) {
    await follow(page, name)
    await page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
  }
}

export async function openAccount(page, name) {
  await page.goto('/liaison/accounts')
  await follow(page, name)
  await page.getByRole('heading', { name, level: 1, exact: true }).waitFor()
}

/** So many days from now, as a date field takes it. */
export const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
