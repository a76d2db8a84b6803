import axe from 'axe-core'
import type { Page } from 'playwright'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is wrong with the page that is open: accessibility, what every page must have, room at its width. */
export async function faultsOf(page: Page): Promise<string[]> {
  return [...(await axeFaults(page)), ...(await shapeFaults(page)), ...(await skipFaults(page))]
}

/** What axe finds (WCAG 2.2 AA and good habits). */
async function axeFaults(page: Page) {
  await page.evaluate(axe.source)
  const violations: axe.Result[] = await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], preload: false }).then((found) => found.violations)`
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}\n  ${html}\n  ${failureSummary}`)
  )
}

/** One heading, a title, and no scrolling sideways. */
async function shapeFaults(page: Page) {
  const faults = []
  const headings = await page.locator('h1').count()
  if (headings !== 1) faults.push(`${headings} h1`)
  if (!(await page.title())) faults.push('no title')
  const tooWide = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  )
  if (Number(tooWide) > 0) faults.push(`${tooWide} px too wide`)
  return faults
}

/** From the top of the page, Tab and Enter lead past everything that is on each page. */
async function skipFaults(page: Page) {
  const skip = page.getByRole('link', { name: 'Skip to main content' })
  await skip.focus()
  await page.keyboard.press('Enter')
  const reached = await page.evaluate('document.activeElement.id')
  return reached === 'content' ? [] : [`the skip link leads to "${reached}"`]
}
