import { serverFlags } from '../../bin/steps/server_flags.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import app from '@adonisjs/core/services/app'

export const build = app.makePath('build')

/** A copy of the build with its packages, as it runs where it was carried to. */
export async function carryBuild(to: string) {
  const packages = join(build, 'node_modules')
  await cp(build, to, { recursive: true, filter: (path) => !path.startsWith(packages) })
  await symlink(app.makePath('node_modules'), join(to, 'node_modules'))
}

/** What a production process has, whatever the shell of the tests holds. */
export const productionEnvironment = (storage: string, port: number) => ({
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  APP_KEY: 'for-tests-only-for-tests-only-for-tests',
  LOG_LEVEL: 'error',
  DEMO: 'true',
  ENV_PATH: storage,
  STORAGE_PATH: storage,
  PORT: String(port),
  SFTP_PORT: '0',
})

export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'waybill-production-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** All of them have the same port: the one that a failed test left behind ends before the next one starts. */
let stopFormer: (() => Promise<unknown>) | undefined

/** Starts the production build as a process of its own and waits until it says that it is ready. */
export async function startProduction(environment: Record<string, string | undefined>) {
  await stopFormer?.()
  const server = spawn(process.execPath, [...serverFlags, 'bin/server.js', '--prepare'], {
    cwd: build,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(server, 'exit').then(([code]) => code as number | null)
  const ready = new Promise<string>((resolve) => {
    server.on('message', (message: any) => message.waybill && resolve(message.waybill.url))
  })
  const early = ended.then((code) => {
    throw new Error(`The production build ended with ${code} before it was ready`)
  })
  early.catch(() => {})
  /** Ends it as an operating system does, and answers its exit code. */
  const stop = () => {
    server.kill('SIGTERM')
    return ended
  }
  stopFormer = stop

  return {
    url: await Promise.race([ready, early]),
    async memoryBytes() {
      const status = await readFile(`/proc/${server.pid}/status`, 'utf8')
      return Number(/VmRSS:\s+(\d+)/.exec(status)![1]) * 1024
    },
    stop,
  }
}

export type Production = Awaited<ReturnType<typeof startProduction>>
