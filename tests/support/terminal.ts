import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A program in a terminal of its own, driven by keys and read off its screen, with a home folder that nobody else uses. */
export class Terminal {
  #home = mkdtempSync(join(tmpdir(), 'terminal-'))
  #socket = join(this.#home, 'tmux')

  constructor(...command: string[]) {
    const env = `HOME=${this.#home} LANG=C.UTF-8 TERM=screen`
    this.#tmux(
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      '-x',
      '160',
      '-y',
      '60',
      `env ${env} ${command.join(' ')}`
    )
  }

  /** Presses keys by their names (Enter, Tab, C-u) or, what is no name, by their sign. */
  async press(...keys: string[]) {
    for (const key of keys) {
      this.#tmux('send-keys', '-t', '0', key)
      await pause(120)
    }
  }

  async type(text: string) {
    this.#tmux('send-keys', '-t', '0', '-l', text)
    await pause(120)
  }

  get screen() {
    return this.#tmux('capture-pane', '-p', '-t', '0')
  }

  /** Waits until the screen shows a text; fails with what it shows instead. */
  async sees(text: string | RegExp) {
    for (let tries = 0; tries < 150; tries++) {
      const screen = this.screen.replace(/\s+/g, ' ')
      if (typeof text === 'string' ? screen.includes(text) : text.test(screen)) return
      await pause(100)
    }
    throw new Error(`The terminal never showed ${text}; it shows:\n${this.screen}`)
  }

  close() {
    spawnSync('tmux', ['-S', this.#socket, 'kill-server'])
    rmSync(this.#home, { recursive: true, force: true })
  }

  #tmux(...args: string[]) {
    return execFileSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8' })
  }
}
