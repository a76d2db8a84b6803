import { PlainClient, tokenIn } from '#tests/support/plain_client'
import {
  build,
  carryBuild,
  productionEnvironment,
  temporaryFolder,
} from '#tests/support/production'
import { until } from '#tests/support/until'
import { test } from '@japa/runner'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const port = Number(process.env.PORT)
const chosen = 'plum-tree-7'

/** A project in a folder of its own, with nothing in it but its build and its packages. */
async function aProject(folder: string) {
  const inside = join(folder, 'build')
  await carryBuild(inside)
  await writeFile(join(folder, 'ace.ts'), '')
  return inside
}

/** `npm start` there, for people who are real. */
async function started(cwd: string, env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  await until(() => said.includes('Ctrl+C ends it') || child.exitCode !== null)
  return { said, end: () => (child.kill('SIGTERM'), ended) }
}

async function setPassword(client: PlainClient, link: string) {
  const page = await client.page(link)
  const typed = { _csrf: tokenIn(page), new_password: chosen, retype_password: chosen }
  return client.post(`${new URL(link).pathname}?_method=PUT`, new URLSearchParams(typed))
}

test.group('Before the first start', () => {
  test('the commands wait for the tables, and say so', async ({ assert, cleanup }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const env = productionEnvironment(folder, port)
    const nowhere = { ...env, STORAGE_PATH: join(folder, 'not yet') }
    const opening = ['operators:open', 'olive', '--name=Olive', '--email=o@example.gov']
    for (const command of [opening, ['audit:verify']]) {
      for (const settings of [nowhere, env]) {
        const asked = { cwd: build, env: settings }
        const failed = await run(process.execPath, ['ace.js', ...command], asked).catch((e) => e)
        assert.equal(failed.code, 1)
        assert.include(failed.stdout + failed.stderr, 'The database is empty. Start Waybill once')
        assert.notMatch(failed.stdout + failed.stderr, /select|SQLITE/)
      }
    }
  })
})

/** Where there is a PostgreSQL, a database on it that nobody used yet. */
async function aDatabase() {
  const url = process.env.PRODUCTION_DATABASE_URL!
  const [name, server] = ['waybill_opening_test', `--maintenance-db=${url}`]
  await run('dropdb', ['--if-exists', '--force', server, name])
  await run('createdb', [server, name])
  return { DB_CONNECTION: 'postgres', DATABASE_URL: url.replace(/\/\w+\?/, `/${name}?`) }
}

const hasPostgres = Boolean(process.env.PRODUCTION_DATABASE_URL)
const engines = [
  { engine: 'SQLite', database: async () => ({}), isMissing: false },
  { engine: 'PostgreSQL', database: aDatabase, isMissing: !hasPostgres },
]

test.group('Two who open the first account at the same time', () => {
  for (const { engine, database, isMissing } of engines) {
    test(`one of them is the first, on ${engine}`, async ({ assert, cleanup }) => {
      const { folder, remove } = await temporaryFolder()
      cleanup(remove)
      const env = { ...productionEnvironment(folder, port), ...(await database()), DEMO: 'false' }
      const ace = (...words: string[]) =>
        run(process.execPath, ['ace.js', ...words], { cwd: build, env }).then(
          ({ stdout }) => ({ code: 0, said: stdout }),
          ({ code, stdout, stderr }) => ({ code, said: stdout + stderr })
        )
      await ace('prepare')
      const both = await Promise.all(
        ['olive', 'oscar'].map((name) =>
          ace('operators:open', name, '--name=A Person', `--email=${name}@example.gov`)
        )
      )
      const [first, second] = both.sort((a, b) => a.code - b.code)
      assert.deepEqual([first.code, second.code], [0, 1])
      assert.include(second.said, 'runs the service already')
    }).skip(isMissing, 'There is no PostgreSQL on this machine')
  }
})

test.group('The first start for real people, in a build that lies in its project', () => {
  test('says how to open the first account, which then signs in', async ({ assert, cleanup }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const cwd = await aProject(folder)
    const { ENV_PATH, STORAGE_PATH, APP_KEY, ...rest } = productionEnvironment(folder, port)
    const env = { ...rest, DEMO: 'false' }

    const server = await started(cwd, env)
    cleanup(async () => void (await server.end()))
    assert.include(server.said, 'npx node ace.js operators:open <user name> --name "…" --email …')
    assert.notInclude(server.said, 'Waybill-2026-demo')

    const olive = ['olive', '--name', 'Olive Ortiz', '--email', 'olive.ortiz@example.gov']
    const { stdout } = await run(process.execPath, ['ace.js', 'operators:open', ...olive], {
      cwd,
      env,
    })
    const [link] = /http:\S+\/password\/reset\/\S+/.exec(stdout)!
    const client = new PlainClient(`http://localhost:${port}`)
    assert.equal((await setPassword(client, link)).headers.get('location'), '/sign-in')
    await client.signIn('olive', chosen)
    assert.include(await client.page('/home'), 'Olive Ortiz')
    assert.equal(await server.end(), 0)

    const again = await started(cwd, env)
    await again.end()
    assert.notInclude(again.said, 'operators:open')
  })

  test('keeps settings and storage in the project, out of the way of the next build', async ({
    assert,
    cleanup,
  }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const cwd = await aProject(folder)
    const { ENV_PATH, STORAGE_PATH, APP_KEY, ...rest } = productionEnvironment(folder, port)
    const server = await started(cwd, { ...rest, DEMO: 'false' })
    await server.end()

    assert.match(await readFile(join(folder, '.env'), 'utf8'), /^APP_KEY=.{43}$/m)
    assert.isTrue(existsSync(join(folder, 'storage', 'waybill.sqlite3')))
    for (const name of ['.env', 'storage']) assert.isFalse(existsSync(join(cwd, name)), name)
  })
})

test.group('A setting that is wrong', () => {
  test('keeps the service from starting, which says which one it is: {0}')
    .with([
      ['S3_BUCKET', 'DRIVE_DISK=s3'],
      ['DATABASE_URL', 'DB_CONNECTION=postgres'],
      ['JOBS', 'JOBS=sometimes'],
      ['SMTP_TLS', 'SMTP_TLS=maybe'],
      ['APP_KEY', 'APP_KEY=too-short'],
      ['PORT', 'PORT=99999'],
      ['SERVICE_TIME_ZONE', 'SERVICE_TIME_ZONE=America/Hartford'],
      ['SERVICE_LOGO', 'SERVICE_LOGO=no-such-picture.svg'],
      ['TRUSTED_PROXIES', 'TRUSTED_PROXIES=10.0.0.7, balancer'],
      ['DATABASE_URL', 'DB_CONNECTION=postgres\nDATABASE_URL=db.example.gov/waybill'],
      ['STORAGE_PATH', 'STORAGE_PATH=.env/storage'],
    ])
    .run(async ({ assert, cleanup }, [name, line]) => {
      const { folder, remove } = await temporaryFolder()
      cleanup(remove)
      await writeFile(join(folder, '.env'), `${line}\n`)
      const env = { ...productionEnvironment(folder, port), [name]: undefined }
      const failed = await run(process.execPath, ['ace.js', 'prepare'], { cwd: build, env }).catch(
        (error) => error
      )
      assert.equal(failed.code, 1)
      assert.include(failed.stdout + failed.stderr, name)
    })

  test('is told in words when the machine has no such address', async ({ assert, cleanup }) => {
    const { folder, remove } = await temporaryFolder()
    cleanup(remove)
    const env = { ...productionEnvironment(folder, port), HOST: '192.0.2.7', DEMO: 'false' }
    const server = run(process.execPath, ['bin/server.js', '--prepare'], { cwd: build, env })
    const { code, stderr } = await server.catch((error) => error)
    assert.equal(code, 1)
    assert.equal(stderr, 'This machine has no address 192.0.2.7. Set HOST to one of its own.\n')
  })
})
