import { contest } from './contest.js'
import { verdict, type Figure } from './figures.js'
import { run } from './processes.js'
import { downloads } from './workloads/downloads.js'
import { pages } from './workloads/pages.js'
import { signIns } from './workloads/sign_ins.js'
import { start } from './workloads/start.js'
import { uploads } from './workloads/uploads.js'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { resolve } from 'node:path'

/**
 * npm run bench [-- workload …] [-- --long] [-- --rounds=5]
 * Runs the workloads against a production build and its peers, prints the figures and, after a whole run, writes
 * docs/performance.md. Ends with an error when a `must` is missed by more than 15 %.
 */
const workloads = { start, uploads, downloads, pages, sign_ins: signIns }

const words = process.argv.slice(2)
const named = words.filter((word) => !word.startsWith('--')) as (keyof typeof workloads)[]
const chosen = named.length ? named : (Object.keys(workloads) as (keyof typeof workloads)[])
const rounds = Number(words.find((word) => word.startsWith('--rounds='))?.split('=')[1] ?? 5)
const folder = resolve('tmp/bench')
await mkdir(folder, { recursive: true })

const figures: Figure[] = []
const everybody = await contest({
  folder,
  rounds,
  isLong: words.includes('--long'),
  connection: process.env.DB_CONNECTION === 'postgres' ? 'postgres' : 'sqlite',
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
if (!named.length) await writeFile('docs/performance.md', await report())
process.exitCode = figures.some((figure) => verdict(figure) === 'missed') ? 1 : 0

function line(figure: Figure) {
  const { target, what, measured, value, better, must, aim, unit } = figure
  const sign = better === 'larger' ? '≥' : '≤'
  const shown = value.toFixed(unit === '×' ? 2 : unit === 's' ? 2 : 0)
  return `| ${target} | ${what} | ${measured} | **${shown} ${unit}** | ${sign} ${must} | ${sign} ${aim} | ${verdict(figure)} |`
}

async function report() {
  const { stdout: commit } = await run('git', ['log', '-1', '--format=%cs'])
  return `# Performance

Measured by \`npm run bench${words.length ? ` -- ${words.join(' ')}` : ''}\` on ${commit.trim()}: ${cpus().length} cores (${cpus()[0].model}),
${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}, ${everybody ? (process.env.DB_CONNECTION ?? 'sqlite') : ''}; medians of ${rounds} rounds, contestants in turn, client on the same machine.
nginx stores with WebDAV \`PUT\`, HFS with its form; each file and its folder are flushed afterwards, as Waybill does. They hash nothing. A ratio above 1 means that
Waybill is faster. *must* may be missed by 15 % before it counts, because machines are noisy; *aim* is the goal.

| target | what | measured | figure | must | aim | reached |
| --- | --- | --- | --- | --- | --- | --- |
${figures.map(line).join('\n')}
`
}
