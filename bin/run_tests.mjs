/**
 * npm test: everything that there is, on SQLite, on PostgreSQL and on a production build. The last line is the sum.
 * With arguments only those suites run, on SQLite: npm test -- functional --files=sign_in
 */
import { installDependencies } from './steps/dependencies.mjs'
import { makeAssets, makeBuild } from './steps/making.mjs'
import { complain } from './steps/place.mjs'
import { startPostgres } from './steps/postgres.mjs'
import { installPrograms } from './steps/programs.mjs'
import { testRun } from './steps/test_run.mjs'

const chosen = process.argv.slice(2)
const sum = { passed: 0, failed: 0, skipped: 0 }

try {
  await installDependencies()
  if (chosen.length) await runChosen()
  else await runAll()
} catch (error) {
  complain(error)
  sum.failed += 1
}
const skipped = sum.skipped ? `, ${sum.skipped} skipped` : ''
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`)
process.exit(sum.failed ? 1 : 0)

async function runChosen() {
  await makeAssets()
  if (chosen[0] === 'production') await makeBuild()
  add(await testRun(chosen.join(' '), chosen))
}

async function runAll() {
  const missing = installPrograms()
  if (missing.length) {
    console.log(`Not on this machine: ${missing.join(', ')}. The tests that need them are skipped.`)
  }
  await makeBuild()
  const onSqlite = await testRun('SQLite', ['unit', 'functional', 'browser'])
  add(onSqlite)

  const postgres = await startPostgres()
  if (postgres) await runOn(postgres)
  else add({ passed: 0, failed: 0, skipped: onSqlite.passed + onSqlite.failed })

  const url = postgres?.makeDatabase('waybill_production_test')
  add(await testRun('Production build', ['production'], { PRODUCTION_DATABASE_URL: url }))
}

/** Whatever touches the database, and once what people do with it in a browser. */
async function runOn(postgres) {
  const settings = {
    DB_CONNECTION: 'postgres',
    DATABASE_URL: postgres.makeDatabase('waybill_test'),
  }
  add(await testRun('PostgreSQL', ['unit', 'functional'], settings))
  add(await testRun('PostgreSQL, the main job', ['browser', '--files=main_job'], settings))
}

function add(count) {
  for (const kind of Object.keys(sum)) sum[kind] += count[kind]
}
