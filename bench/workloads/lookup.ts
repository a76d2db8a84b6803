import type { Contest } from '../contest.js'
import { median, percentile, type Figure } from '../figures.js'
import { visited } from '../visits.js'
import { Visitor } from '../waybill.js'

interface Filled {
  entries: number
  searches: Record<string, string[]>
}

/** P14: what the help desk looks for while a caller waits, among 50,000 entries: the whole page, each search once. */
export async function lookup({ waybill }: Contest): Promise<Figure[]> {
  const { stdout } = await waybill.inside('bench/fill_lookup.ts')
  const { entries, searches } = JSON.parse(stdout.trim().split('\n').at(-1)!) as Filled
  await waybill.restart()
  const person = await new Visitor(waybill.url).signIn('helpdesk')
  for (const [first] of Object.values(searches)) await visited(person, pathOf(first))
  const figures: Figure[] = []
  for (const [what, typed] of Object.entries(searches)) {
    const times: number[] = []
    for (const text of typed) times.push(await visited(person, pathOf(text)))
    figures.push({
      target: 'P14',
      what: `help desk search among ${entries.toLocaleString('en-US')} entries by ${what}, p95`,
      measured: `median ${median(times).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms`,
      value: percentile(times, 0.95),
      better: 'smaller',
      must: 100,
      aim: 40,
      unit: 'ms',
    })
  }
  return figures
}

const pathOf = (typed: string) => `/help-desk?search=${encodeURIComponent(typed)}`
