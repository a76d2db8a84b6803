import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
/** `curl` with a jar for its cookies, as somebody types it. */
export class Curl {
  page = ''

  private constructor(
    readonly folder: string,
    readonly origin: string,
    readonly manner: string[]
  ) {}

  /** `manner`: options that come with every request. */
  static async begin(origin = `http://localhost:${process.env.PORT}`, ...manner: string[]) {
    return new Curl(await mkdtemp(join(tmpdir(), 'curl-')), origin, manner)
  }

  /** Opens an address and whatever it leads to; options are curl's own. */
  async open(path: string, ...options: string[]) {
    const jar = join(this.folder, 'jar')
    const { stdout } = await run(
      'curl',
      ['-sS', '-L', '-b', jar, '-c', jar, ...this.manner, ...options, this.origin + path],
      { maxBuffer: 64 * 1024 ** 2 }
    )
    this.page = stdout
    return this.text
  }

  /** Sends an ordinary form with the token of the page at hand. */
  send(path: string, fields: Record<string, string> = {}) {
    const all = Object.entries({ _csrf: this.token, ...fields })
    return this.open(
      path,
      ...all.flatMap(([name, value]) => ['--data-urlencode', `${name}=${value}`])
    )
  }

  /** Sends a form that may carry files (`upload=@path`). */
  sendParts(path: string, ...parts: string[]) {
    return this.open(path, ...[`_csrf=${this.token}`, ...parts].flatMap((part) => ['-F', part]))
  }

  get token() {
    return /name=["']_csrf["'] value=["']([^"']+)["']/.exec(this.page)?.[1] ?? ''
  }

  /** What stands in the page, without its tags. */
  get text() {
    return this.page.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
  }

  close() {
    return rm(this.folder, { recursive: true, force: true })
  }
}
