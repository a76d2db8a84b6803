import { contest } from './contest.js'
import { verdict, type Figure } from './figures.js'
import { line, writeReport } from './report.js'
import { isInstalled } from './processes.js'
import { consoles } from './workloads/consoles.js'
import { downloads } from './workloads/downloads.js'
import { lookup } from './workloads/lookup.js'
import { pages } from './workloads/pages.js'
import { signIns } from './workloads/sign_ins.js'
import { start } from './workloads/start.js'
import { uploads } from './workloads/uploads.js'
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'

/**
 * npm run bench [-- workload …] [-- --long] [-- --rounds=5] [-- --postgres]
 * Runs the workloads against a production build and its peers, prints the figures and, after a whole run, writes
 * its part of docs/performance.md. Ends with an error when a `must` is missed by more than 15 %.
 */
const workloads = { start, uploads, downloads, pages, sign_in: signIns, consoles, lookup }

const words = process.argv.slice(2)
const named = words.filter((word) => !word.startsWith('--')) as (keyof typeof workloads)[]
const chosen = named.length ? named : (Object.keys(workloads) as (keyof typeof workloads)[])
const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.split('=')[1] ?? 5)
const folder = resolve('tmp/bench')
await mkdir(folder, { recursive: true })

for (const program of ['curl', 'wrk']) {
  if (!(await isInstalled(program))) throw new Error(`The benchmark needs ${program}: install it`)
}
const connection = process.env.DB_CONNECTION === 'postgres' ? 'postgres' : 'sqlite'
const figures: Figure[] = []
const everybody = await contest({
  folder,
  rounds,
  isLong: words.includes('--long'),
  connection,
  databaseUrl: process.env.DATABASE_URL,
})
try {
  for (const name of chosen) {
    for (const figure of await workloads[name](everybody)) {
      figures.push(figure)
      console.log(line(figure))
    }
  }
} finally {
  await everybody.stop()
}
if (!named.length) await writeReport(figures, { connection, rounds, words })
process.exitCode = figures.some((figure) => verdict(figure) === 'missed') ? 1 : 0
