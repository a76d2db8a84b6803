import { verdict, type Figure } from './figures.js'
import { run } from './processes.js'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'

const page = 'docs/performance.md'
const headings = { sqlite: '## On SQLite', postgres: '## On PostgreSQL' }

interface Run {
  connection: keyof typeof headings
  rounds: number
  words: string[]
}

/** One figure as a row of the table. */
export function line(figure: Figure) {
  const { target, what, measured, value, better, must, aim, unit } = figure
  const sign = better === 'larger' ? '≥' : '≤'
  const shown = value.toFixed(unit === '×' || unit === 's' ? 2 : 0)
  return `| ${target} | ${what} | ${measured} | **${shown} ${unit}** | ${sign} ${must} | ${sign} ${aim} | ${verdict(figure)} |`
}

/** Puts the figures of a whole run in the place of the last ones on the same database; the others stay. */
export async function writeReport(figures: Figure[], of: Run) {
  const standing = await readFile(page, 'utf8').catch(() => '')
  const parts = await Promise.all(
    Object.values(headings).map((heading) =>
      heading === headings[of.connection] ? section(figures, of) : sectionIn(standing, heading)
    )
  )
  await writeFile(page, [intro, ...parts.filter(Boolean)].join('\n\n') + '\n')
  await run('npx', ['prettier', '--write', page])
}

const sectionIn = (text: string, heading: string) =>
  text
    .split(/\n(?=## )/)
    .find((part) => part.startsWith(heading))
    ?.trimEnd()

const intro = `# Performance

Measured by \`npm run bench\`: a production build of Waybill and its peers on one machine with the client, contestants in turn,
medians. nginx stores with WebDAV \`PUT\`, HFS with its form; each file and its folder are flushed afterwards, as Waybill does.
They hash nothing. What anybody stored is removed before each turn. A ratio above 1 means that Waybill is faster. *must* may be missed by 15 % before it counts, because machines
are noisy; *aim* is the goal.`

async function section(figures: Figure[], { connection, rounds, words }: Run) {
  const { stdout: day } = await run('git', ['log', '-1', '--format=%cs'])
  const command = ['npm run bench', ...(words.length ? ['--', ...words] : [])].join(' ')
  const machine = `${cpus().length} cores (${cpus()[0].model}), ${Math.round(totalmem() / 1024 ** 3)} GiB`
  return `${headings[connection]}

\`${command}\` on ${day.trim()}, ${machine}, Node ${process.versions.node}, ${rounds} rounds.

| target | what | measured | figure | must | aim | reached |
| --- | --- | --- | --- | --- | --- | --- |
${figures.map(line).join('\n')}`
}
