import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const patienceMs = 60_000

/** Higher than any page of ours, so that nobody has to scroll. */
const size = ['-x', '160', '-y', '200']

/** What a terminal shows: its lines, and where the cursor stands. */
export interface Screen {
  lines: string[]
  text: string
  row: number
  column: number
}

/** A program in a terminal of its own, driven by keys and read off its screen, with a home folder that nobody else uses. */
export class Terminal {
  readonly home = mkdtempSync(join(tmpdir(), 'terminal-'))
  #socket = join(this.home, 'tmux')

  /** Puts a file of settings into the home folder before the program begins. */
  write(name: string, contents: string) {
    writeFileSync(join(this.home, name), contents)
    return join(this.home, name)
  }

  async begin(...command: string[]) {
    const env = `HOME=${this.home} LANG=C.UTF-8 TERM=screen`
    const program = `env ${env} ${command.join(' ')}`
    await this.#tmux('-f', '/dev/null', 'new-session', '-d', ...size, program)
    return this
  }

  /** Presses keys by their names (Enter, Tab, C-u) or, what is no name, by their sign. */
  async press(...keys: string[]) {
    await this.#tmux('send-keys', '-t', '0', ...keys)
  }

  async type(text: string) {
    await this.#tmux('send-keys', '-t', '0', '-l', text)
  }

  async look(): Promise<Screen> {
    const place = ['display-message', '-p', '#{cursor_y} #{cursor_x}']
    const shown = await this.#tmux(...place, ';', 'capture-pane', '-p', '-t', '0')
    const [cursor, ...lines] = shown.split('\n')
    const [row, column] = cursor.split(' ').map(Number)
    return { lines, text: lines.join(' ').replace(/\s+/g, ' '), row, column }
  }

  /** Waits until the screen is as it should be; fails with what it shows instead. */
  async until(what: string, isSo: (screen: Screen) => boolean) {
    const end = Date.now() + patienceMs
    for (;;) {
      const screen = await this.look()
      if (isSo(screen)) return screen
      if (Date.now() > end) throw new Error(`Never ${what}:\n${screen.lines.join('\n').trim()}`)
      await pause(20)
    }
  }

  close() {
    spawnSync('tmux', ['-S', this.#socket, 'kill-server'])
    rmSync(this.home, { recursive: true, force: true })
  }

  async #tmux(...args: string[]) {
    const { stdout } = await run('tmux', ['-S', this.#socket, ...args])
    return stdout
  }
}
