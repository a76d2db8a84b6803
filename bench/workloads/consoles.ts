import type { Contest } from '../contest.js'
import { median, percentile, type Figure } from '../figures.js'
import { addressed, repeated, visited } from '../visits.js'
import { Visitor } from '../waybill.js'

/** Each console, who works in it, and what people look for there: a search is a form, so no link leads to it. */
const all = [
  {
    start: '/liaison',
    username: 'dol.liaison',
    searches: [
      '/liaison/accounts?search=agent',
      '/liaison/accounts?search=bob+agent+4711',
      '/liaison/accounts?search=nobody+of+that+name',
      '/liaison/accounts?show=expiring',
      '/liaison/accounts?show=never',
      '/liaison/folders?name=folder',
      '/liaison/folders?name=1234',
      '/liaison/folders?name=nothing+of+that+name',
      '/liaison/subscriptions?search=agent',
      '/liaison/subscriptions?search=program+17',
      '/liaison/subscriptions?search=nothing',
      '/liaison/subscriptions?level=manager&across=yes',
      '/liaison/subscriptions?ending=yes',
      '/liaison/access?person=agent04',
      '/liaison/access?folder=/DOL/Folder+0003',
      '/liaison/access?on=2026-06-01&at=12:00',
      '/liaison/activity?person=dol.agent00042',
      '/liaison/activity?folder=/DOL/Folder+0003',
      '/liaison/activity?kind=refusals',
      '/liaison/transfers',
    ],
  },
  {
    start: '/operations',
    username: 'operator',
    searches: ['/operations/organizations?search=labor', '/operations/organizations?kind=partner'],
  },
]

/** P14: every page that links lead to in a large agency, and what people look for in it. */
export async function consoles({ waybill }: Contest): Promise<Figure[]> {
  await waybill.inside('bench/fill_agency.ts')
  await waybill.restart()
  const figures: Figure[] = []
  for (const { start, username, searches } of all) {
    const person = await new Visitor(waybill.url).signIn(username)
    figures.push(await everyPage(person, start, searches))
  }
  return figures
}

async function everyPage(person: Visitor, start: string, searches: string[]): Promise<Figure> {
  const pages = [...(await reachable(person, start, searches))]
  const seen: { path: string; ms: number }[] = []
  for (const path of pages) {
    await repeated(3, () => visited(person, path))
    seen.push({ path, ms: percentile(await repeated(25, () => visited(person, path)), 0.95) })
  }
  seen.sort((a, b) => b.ms - a.ms)
  const slowest = seen.slice(0, 8).map(({ path, ms }) => `${ms.toFixed(0)} ms ${shape(path)}`)
  return {
    target: 'P14',
    what: `slowest of ${pages.length} pages of ${start}, p95, in a large agency`,
    measured: `median page ${median(seen.map(({ ms }) => ms)).toFixed(0)} ms; ${slowest.join('; ')}`,
    value: seen[0].ms,
    better: 'smaller',
    must: 100,
    aim: 40,
    unit: 'ms',
  }
}

/** One page of each kind, as links lead to them from the beginning and from what was searched for. */
async function reachable(person: Visitor, start: string, searches: string[]) {
  const found = new Map<string, string>()
  const due = [start, ...searches]
  const known = new Set<string>()
  while (due.length) {
    const path = due.shift()!
    const kind = searches.includes(path) ? path : shape(path)
    if (known.has(kind)) continue
    known.add(kind)
    const response = await person.get(path)
    const html = await response.text()
    if (response.status !== 200 || !isPage(response)) continue
    found.set(kind, path)
    due.push(...linksIn(html, path).filter((link) => link.startsWith(start)))
  }
  return found.values()
}

const isPage = (response: Response) => !!response.headers.get('content-type')?.includes('html')

const linksIn = (html: string, path: string) =>
  [...html.matchAll(/<a[^>]* href="([^"#]+)/g)].map(([, href]) => addressed(path, href))

/** Which page an address is of, whichever row it names. */
function shape(path: string) {
  const [address, query = ''] = path.split('?')
  const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  const asked = [...new URLSearchParams(query).keys()].sort()
  return address.replace(id, ':id') + (asked.length ? `?${asked.join('&')}` : '')
}
