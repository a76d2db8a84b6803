import { serverFlags } from '../bin/steps/server_flags.mjs'
import { answers, run, spawn, stopped } from './processes.js'
import { mkdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'

const port = 8096
const build = resolve('build')

export interface BenchOptions {
  folder: string
  connection: 'sqlite' | 'postgres'
  databaseUrl?: string
}

/** A production build of Waybill on a fresh database with the demonstration data, and Ada signed in. */
export async function waybill({ folder, connection, databaseUrl }: BenchOptions) {
  const storage = join(folder, 'waybill')
  await rm(storage, { recursive: true, force: true })
  await mkdir(storage, { recursive: true })
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    TZ: 'UTC',
    UV_THREADPOOL_SIZE: '8',
    PORT: String(port),
    HOST: '127.0.0.1',
    APP_URL: url,
    APP_KEY: 'for-the-benchmark-only-for-the-benchmark',
    LOG_LEVEL: 'fatal',
    STORAGE_PATH: storage,
    DEMO: 'true',
    DB_CONNECTION: connection,
    DATABASE_URL: databaseUrl ?? '',
  }
  const ace = (...args: string[]) => run(process.execPath, ['ace.js', ...args], { cwd: build, env })
  await ace('prepare')

  const start = () =>
    spawn(process.execPath, [...serverFlags, 'bin/server.js'], {
      cwd: build,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  let child = start()
  await answers(`${url}/health/live`)

  return {
    url,
    env,
    storage,
    pid: () => child.pid!,
    async restart() {
      await stopped(child)
      child = start()
      await answers(`${url}/health/live`)
    },
    /** Runs one of the benchmark's own scripts inside the application, to fill tables. */
    inside: (script: string, ...args: string[]) =>
      run(process.execPath, ['--import=@poppinss/ts-exec', script, ...args], {
        env,
        maxBuffer: 1024 ** 2,
      }),
    stop: () => stopped(child),
  }
}

export type Waybill = Awaited<ReturnType<typeof waybill>>

/** A browser of the smallest kind: keeps cookies and finds the form token. */
export class Visitor {
  #cookies = new Map<string, string>()

  constructor(readonly url: string) {}

  get cookie() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async get(path: string) {
    const response = await fetch(this.url + path, {
      headers: { cookie: this.cookie },
      redirect: 'manual',
    })
    this.#keep(response)
    return response
  }

  async post(path: string, fields: Record<string, string>) {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { cookie: this.cookie },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
    this.#keep(response)
    return response
  }

  async token(path: string) {
    const html = await (await this.get(path)).text()
    return /name=["']_csrf["'] value=["']([^"']+)/.exec(html)![1]
  }

  async signIn(username: string, password = 'Waybill-2026-demo') {
    const token = await this.token('/sign-in')
    const response = await this.post('/sign-in', { _csrf: token, username, password })
    if (response.status !== 302 && response.status !== 303)
      throw new Error(`Sign-in answered ${response.status}`)
    return this
  }

  /** The address that a page's form posts to and the token it carries. */
  async folderForm(path = '/home') {
    const html = await (await this.get(path)).text()
    const action = /action="([^"]*\/folders\/[^"]*\/forms)"/.exec(html)![1]
    return {
      action: this.url + action,
      folderId: /folders\/([0-9a-f-]{36})\/forms/.exec(action)![1],
      token: await this.token(path),
    }
  }

  #keep(response: Response) {
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      this.#cookies.set(name, value)
    }
  }
}
