import type Account from '#app/accounts/account'
import { password } from '#tests/support/cast'
import type { Browser, Page } from 'playwright'

interface Manner {
  /** Whether scripts run; they do, unless it says no. `unloaded`: ours never arrive, but a test can still ask the page. */
  scripts?: boolean | 'unloaded'
  /** Pixels: 1280, or 320 for the smallest screen. */
  width?: number
  dark?: boolean
  /** Two pixels of the screen for each of the page, as at 200 %. */
  enlarged?: boolean
}

/** Somebody opens a browser of their own, and nothing is remembered from before. */
export async function aVisitor(browser: Browser, { scripts, width, dark, enlarged }: Manner = {}) {
  const context = await browser.newContext({
    baseURL: `http://localhost:${process.env.PORT}`,
    javaScriptEnabled: scripts !== false,
    viewport: { width: width ?? 1280, height: 900 },
    deviceScaleFactor: enlarged ? 2 : 1,
    colorScheme: dark ? 'dark' : 'light',
  })
  if (scripts === 'unloaded') await context.route('**/*.js', (route) => route.abort())
  return context.newPage()
}

/** The same, and signs in as everybody does. */
export async function aBrowserOf(account: Account, browser: Browser, manner: Manner = {}) {
  const page = await aVisitor(browser, manner)
  await signIn(page, account.username)
  return page
}

/** Done when the next page has loaded with its scripts: a click before that would go the way without scripts. */
export async function signIn(page: Page, username: string, secret = password) {
  await page.goto('/sign-in')
  await page.getByLabel('User Name').fill(username)
  await page.getByLabel('Password').fill(secret)
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: 'Sign In' }).click()
  await loaded
}
