import app from '@adonisjs/core/services/app'
import { test } from '@japa/runner'
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const nodePackage = `node-${process.platform}-${process.arch}`

const lockfile = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/knex': { version: '3.1.0' },
    'node_modules/sqlite3': { version: '6.0.1' },
    'node_modules/only-on-windows': { version: '1.0.0', optional: true },
    [`node_modules/${nodePackage}`]: { version: '24.21.0', optional: true },
  },
}

const noted = 'node_modules/.package-lock.json'
const binding = 'node_modules/sqlite3/build/Release/node_sqlite3.node'
const installed = [
  'node_modules/knex/package.json',
  'node_modules/sqlite3/package.json',
  `node_modules/${nodePackage}/package.json`,
  binding,
]

/** Stands for npm: writes down what it was asked, and installs what it is told to. */
const npm = `
  const fs = require('node:fs')
  const path = require('node:path')
  const asked = [process.argv.slice(2).join(' '), process.env.npm_config_nodedir]
  fs.writeFileSync('asked.json', JSON.stringify(asked))
  for (const file of JSON.parse(process.env.INSTALLS)) {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, '')
  }`

/** A project with nothing but what looks after its packages, and those that are named here. */
class Project {
  private constructor(readonly folder: string) {}

  static async with(files: string[]) {
    const project = new Project(await mkdtemp(join(tmpdir(), 'waybill-installing-')))
    await cp(app.makePath('bin/steps'), join(project.folder, 'bin/steps'), { recursive: true })
    await project.write('ace.ts', '')
    await project.write('npm.js', npm)
    await project.write('package.json', '{}')
    await project.write('package-lock.json', JSON.stringify(lockfile))
    await project.write(noted, JSON.stringify(lockfile))
    for (const file of files) await project.write(file, '')
    return project
  }

  async write(path: string, text: string) {
    await mkdir(dirname(join(this.folder, path)), { recursive: true })
    await writeFile(join(this.folder, path), text)
  }

  /** What it said, and what npm was asked; null if it was not. */
  async install({ installs = installed, ...more }: Record<string, any> = {}) {
    const script = `
      import { installDependencies } from './bin/steps/dependencies.mjs'
      import { complain } from './bin/steps/place.mjs'
      await installDependencies().catch(complain)`
    const ours = { npm_config_nodedir: undefined, npm_execpath: join(this.folder, 'npm.js') }
    const env = { ...process.env, ...ours, ...more }
    const { stdout, stderr } = await run(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { cwd: this.folder, env: { ...env, INSTALLS: JSON.stringify(installs) } }
    ).catch((failed) => failed)
    const asked = await readFile(join(this.folder, 'asked.json'), 'utf8').catch(() => 'null')
    return { said: stdout + stderr, asked: JSON.parse(asked) }
  }

  remove = () => rm(this.folder, { recursive: true })
}

test.group('What Waybill is built from', () => {
  test('is left alone when all of it is there', async ({ assert, cleanup }) => {
    const project = await Project.with(installed)
    cleanup(project.remove)
    assert.deepEqual(await project.install(), { said: '', asked: null })
  })

  test('is installed when a part is missing: {0}')
    .with(installed.map((part) => [part]))
    .run(async ({ assert, cleanup }, [part]) => {
      const project = await Project.with(installed.filter((other) => other !== part))
      cleanup(project.remove)
      const { asked } = await project.install()
      assert.match(asked[0], /^ci --include=dev/)
    })

  test('is installed when npm was interrupted while it took notes', async ({ assert, cleanup }) => {
    const project = await Project.with(installed)
    cleanup(project.remove)
    await project.write(noted, '{ "packages": { "": ')
    assert.isNotNull((await project.install()).asked)
  })

  test('is compiled with what came along, unless somebody says otherwise', async ({
    assert,
    cleanup,
  }) => {
    for (const [set, expected] of [
      [{}, /node_modules\/node-\w+-\w+$/],
      [{ npm_config_nodedir: '/opt/node' }, /^\/opt\/node$/],
    ] as const) {
      const project = await Project.with([])
      cleanup(project.remove)
      const { asked } = await project.install(set)
      assert.match(asked[1], expected)
    }
  })

  test('says what to do when npm runs no scripts', async ({ assert, cleanup }) => {
    const project = await Project.with([])
    cleanup(project.remove)
    const { said } = await project.install({ installs: installed.filter((f) => f !== binding) })
    assert.include(said, 'npm rebuild sqlite3 --ignore-scripts=false')
  })
})
