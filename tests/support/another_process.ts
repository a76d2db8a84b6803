import app from '@adonisjs/core/services/app'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'

/** Run before everything else in the process: on a signal, a mistake that nobody catches. */
const mistakes = `
  process.on('SIGUSR2', () => {
    setImmediate(() => { throw new Error('A mistake') })
    Promise.reject(new Error('Another mistake'))
  })`

/** Waybill as a process of its own beside the tests: same database, same storage, a port and settings of its own. */
export class AnotherProcess {
  lines: string[] = []

  private constructor(
    readonly origin: string,
    readonly child: ReturnType<typeof spawn>
  ) {
    createInterface({ input: child.stdout! }).on('line', (line) => this.lines.push(line))
  }

  static async start(settings: Record<string, string> = {}) {
    const port = await freePort()
    const preloads = ['@poppinss/ts-exec', `data:text/javascript,${encodeURIComponent(mistakes)}`]
    const args = [...preloads.map((preload) => `--import=${preload}`), 'bin/server.ts']
    const child = spawn(process.execPath, args, {
      cwd: app.makePath(),
      env: { ...process.env, PORT: String(port), LOG_LEVEL: 'info', ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const started = new AnotherProcess(`http://127.0.0.1:${port}`, child)
    await started.untilItSays('started HTTP server')
    return started
  }

  get log() {
    return this.lines.map((line) => JSON.parse(line))
  }

  /** Waits for a message in its log; throws if it ends before. */
  async untilItSays(message: string) {
    const isSaid = () => this.lines.some((line) => line.includes(message))
    while (!isSaid()) {
      if (this.child.exitCode !== null) throw new Error(`It ended: ${this.lines.join('\n')}`)
      await new Promise((later) => setTimeout(later, 20))
    }
  }

  /** Sends a signal and answers the exit code. */
  async end(signal: NodeJS.Signals = 'SIGTERM') {
    if (this.child.exitCode !== null || this.child.signalCode) return this.child.exitCode
    const exit = once(this.child, 'exit')
    this.child.kill(signal)
    const [code] = await exit
    return code as number | null
  }
}

export async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
