import { median, percentile, type Figure } from '../figures.js'
import { run } from '../processes.js'
import type { Contest } from '../contest.js'
import { addressed, repeated, visited } from '../visits.js'
import { Visitor } from '../waybill.js'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** P12 and P13: the page that people see most, for one person, for many at once, and in folders of every size. */
export async function pages(contest: Contest): Promise<Figure[]> {
  const { waybill, isLong } = contest
  const sizes = isLong ? [100, 10_000, 100_000, 1_000_000] : [100, 10_000, 100_000]
  const folders = new Map<number, string>()
  for (const size of sizes) {
    const { stdout } = await waybill.inside('bench/fill_folder.ts', String(size))
    folders.set(size, stdout.trim().split('\n').at(-1)!)
  }
  const ada = await new Visitor(waybill.url).signIn('dol.ada')
  const large = `/folders/${folders.get(100_000)}`
  return [
    await onePerson(ada, large),
    ...(await many(contest, ada, large)),
    await everySize(ada, folders),
  ]
}

async function onePerson(ada: Visitor, path: string): Promise<Figure> {
  const milliseconds = await repeated(200, () => visited(ada, path))
  const value = percentile(milliseconds, 0.95)
  return {
    target: 'P12',
    what: 'folder page of 50 rows in 100,000, p95 for one person',
    measured: `median ${median(milliseconds).toFixed(1)} ms`,
    value,
    better: 'smaller',
    must: 30,
    aim: 15,
    unit: 'ms',
  }
}

async function many(
  { waybill, hfs, rounds }: Contest,
  ada: Visitor,
  path: string
): Promise<Figure[]> {
  if (!hfs) return []
  for (let n = 0; n < 100; n++) await writeFile(join(hfs.folder, `list-${n}.txt`), 'x')
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds; round++) {
    ours.push(await requestsPerSecond(waybill.url + path, ada.cookie))
    theirs.push(await requestsPerSecond(`${hfs.url}/~/api/get_file_list?uri=/share/`))
  }
  return [
    {
      target: 'P12',
      what: "folder page at 32 connections, requests/s against HFS's list of 100 files",
      measured: `${median(ours).toFixed(0)}/s; hfs ${median(theirs).toFixed(0)}/s`,
      value: median(ours) / median(theirs),
      better: 'larger',
      must: 2.5,
      aim: 5,
      unit: '×',
    },
  ]
}

/** First, middle and last page, each sort, and filtered by name, in each folder: the slowest against the fastest. */
async function everySize(ada: Visitor, folders: Map<number, string>): Promise<Figure> {
  const seen: { what: string; ms: number }[] = []
  for (const [size, id] of folders) {
    for (const [what, path] of await variants(ada, `/folders/${id}`)) {
      await repeated(5, () => visited(ada, path))
      const ms = median(await repeated(25, () => visited(ada, path)))
      seen.push({ what: `${size} files, ${what}`, ms })
    }
  }
  seen.sort((a, b) => a.ms - b.ms)
  const [fastest, slowest] = [seen[0], seen.at(-1)!]
  return {
    target: 'P13',
    what: `folder page with ${[...folders.keys()].join(', ')} files, slowest against fastest`,
    measured: `${fastest.ms.toFixed(1)} ms (${fastest.what}); ${slowest.ms.toFixed(1)} ms (${slowest.what})`,
    value: slowest.ms / fastest.ms,
    better: 'smaller',
    must: 2,
    aim: 1.2,
    unit: '×',
  }
}

/** The addresses as the page itself offers them: sort links, then "next" twenty times, then "last". */
async function variants(ada: Visitor, path: string): Promise<[string, string][]> {
  const html = await (await ada.get(path)).text()
  const links = [...html.matchAll(/href="([^"]*[?&;]sort=[^"]*)"/g)].map(([, href]) =>
    addressed(path, href)
  )
  const sorts = [...new Set(links)].map((href): [string, string] => [
    `sorted: ${href.split('?')[1]}`,
    href,
  ])
  const last = related(html, 'last', path)
  let middle: string | undefined = path
  for (let n = 0; n < 20 && middle; n++)
    middle = related(await (await ada.get(middle)).text(), 'next', path) ?? undefined
  return [
    ['first page', path],
    ...sorts,
    ...(middle ? [['page 21', middle] as [string, string]] : []),
    ...(last ? [['last page', last] as [string, string]] : []),
    ['filtered by a frequent name', `${path}?name=claims`],
    ['filtered by a rare name', `${path}?name=0000042`],
    ['filtered by a name that nothing has', `${path}?name=zzzzz`],
  ]
}

function related(html: string, rel: string, path: string) {
  const link = new RegExp(`<a[^>]*rel="${rel}"[^>]*>`).exec(html)?.[0]
  return link && addressed(path, /href="([^"]+)"/.exec(link)![1])
}

async function requestsPerSecond(url: string, cookie = '') {
  const { stdout } = await run('wrk', ['-c32', '-t1', '-d8s', '-H', `Cookie: ${cookie}`, url])
  if (/Non-2xx/.test(stdout)) throw new Error(stdout)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)![1])
}
