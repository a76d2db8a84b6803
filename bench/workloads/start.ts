import { median, timed, type Figure } from '../figures.js'
import { residentMiB } from '../processes.js'
import type { Contest } from '../contest.js'
import { setTimeout as pause } from 'node:timers/promises'

/** P17: from the start of the process to the first page, and what it holds when idle. */
export async function start({ waybill, rounds }: Contest): Promise<Figure[]> {
  const seconds: number[] = []
  for (let round = 0; round < rounds; round++) seconds.push(await timed(() => waybill.restart()))
  await fetch(`${waybill.url}/sign-in`).then((response) => response.text())
  await pause(5000)
  return [
    {
      target: 'P17',
      what: 'start with an existing database until it answers',
      measured: seconds.map((s) => s.toFixed(2)).join(', '),
      value: median(seconds),
      better: 'smaller',
      must: 2,
      aim: 1.2,
      unit: 's',
    },
    {
      target: 'P17',
      what: 'idle memory with web and jobs in one process',
      measured: '5 s after the first page',
      value: await residentMiB(waybill.pid()),
      better: 'smaller',
      must: 170,
      aim: 130,
      unit: 'MiB',
    },
  ]
}
