/**
 * npm run bench: builds for production, then runs the workloads of bench/ on the project's own Node: on SQLite, or with
 * `--postgres` on a PostgreSQL of its own.
 */
import { spawnSync } from 'node:child_process'
import { startPostgres } from './steps/postgres.mjs'

const words = process.argv.slice(2)

const step = (command, args, env = {}) => {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status) process.exit(status)
}

step('npm', ['run', '--silent', 'build'])
const bench = ['--import=@poppinss/ts-exec', 'bench/main.ts', ...words]
step('node', bench, words.includes('--postgres') ? await onPostgres() : {})

async function onPostgres() {
  const postgres = await startPostgres({ durable: true })
  if (!postgres) throw new Error('There is no PostgreSQL on this machine')
  return { DB_CONNECTION: 'postgres', DATABASE_URL: postgres.makeDatabase('waybill_bench') }
}
