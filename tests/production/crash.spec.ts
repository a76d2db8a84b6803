import type { Acknowledged } from '#tests/support/crash/stage'
import { chance } from '#tests/support/random'
import { test } from '@japa/runner'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** So often it is killed, at random moments during uploads. */
const kills = Number(process.env.KILLS ?? 200)

interface Word {
  booted?: true
  uploading?: true
  checked?: true
  acknowledged?: Acknowledged
  fault?: string
}

/** A process that receives files, and what it says. */
class Uploader {
  #process: ChildProcess
  #heard: Word[] = []
  #listeners = new Set<() => void>()
  acknowledged: Acknowledged[] = []

  constructor(storage: string) {
    this.#process = fork(new URL('../support/crash/uploader.ts', import.meta.url), {
      execArgv: ['--import=@poppinss/ts-exec'],
      env: { ...process.env, STORAGE_PATH: storage, DB_CONNECTION: 'sqlite' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    /** The framework says "ready" by itself. */
    this.#process.on('message', (word: Word | string) => {
      if (typeof word === 'object') this.#hear(word)
    })
    this.#process.on('exit', () => this.#hear({ fault: 'The process ended by itself' }))
  }

  say(word: object) {
    this.#process.send(word)
  }

  async until(what: keyof Word) {
    for (;;) {
      this.#mustLive()
      if (this.#heard.some((word) => what in word)) return
      await this.#news()
    }
  }

  async untilAcknowledged(count: number) {
    while (this.acknowledged.length < count) {
      this.#mustLive()
      await this.#news()
    }
  }

  #mustLive() {
    const fault = this.#heard.find((word) => word.fault)
    if (fault) throw new Error(fault.fault)
  }

  #news() {
    return new Promise<void>((resolve) => this.#listeners.add(resolve))
  }

  /** At once, without a chance to tidy up. */
  async kill() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const exit = once(this.#process, 'exit')
    this.#process.kill('SIGKILL')
    await exit
  }

  #hear(word: Word) {
    if (word.acknowledged) this.acknowledged.push(word.acknowledged)
    else this.#heard.push(word)
    for (const wake of this.#listeners) wake()
    this.#listeners.clear()
  }
}

test.group('Killed during uploads', () => {
  test(`${kills} times, no acknowledged file is lost, none is partial, nothing is left over`, async ({
    assert,
    cleanup,
  }) => {
    const storage = await mkdtemp(join(tmpdir(), 'waybill-crash-'))
    cleanup(() => rm(storage, { recursive: true, force: true }))
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
    const luck = chance(seed)
    let told: Acknowledged[] = []
    let total = 0
    let since = 0

    let next = new Uploader(storage)
    for (let kill = 0; kill <= kills; kill++) {
      const uploader = next
      cleanup(() => uploader.kill())
      await uploader.until('booted')
      uploader.say({ check: told, since })
      await uploader.until('checked')
      if (kill === kills) break

      since = Date.now()
      uploader.say({ upload: kill + 1 })
      next = new Uploader(storage)
      await uploader.until('uploading')
      await uploader.untilAcknowledged(luck.below(30))
      await pause(luck.below(50))
      await uploader.kill()
      told = uploader.acknowledged
      total += told.length
    }
    assert.isAbove(total, kills, `seed ${seed}: hardly anything was uploaded`)
  }).timeout(1_800_000)
})
