import type { Trx } from '#app/shared/transaction'
import logger from '@adonisjs/core/services/logger'
import { AsyncResource } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'

type Work = (signal: AbortSignal) => Promise<unknown>

/** Calls somebody to work off what transactions left, as soon as they are committed; nobody before `start`. */
export class Wake {
  #listener?: () => void
  #round: Promise<unknown> = Promise.resolve()
  #isAnnounced = false
  #stopping = new AbortController()
  #known = new WeakSet<Trx>()

  /** `waitMs`: how long to wait for more, so that a burst is worked off at once. */
  constructor(
    readonly name: string,
    readonly waitMs = 0
  ) {}

  /** Bound to where it is set: called at a transaction's end, it would otherwise count as a part of that one. */
  start(work: Work) {
    this.#stopping = new AbortController()
    this.#listener = AsyncResource.bind(() => this.#announce(work))
  }

  /** Lets the step that is under way end; the rest stays for the next start. */
  async stop() {
    this.#listener = undefined
    this.#stopping.abort()
    await this.#round
  }

  after(trx: Trx) {
    if (this.#known.has(trx)) return
    this.#known.add(trx)
    trx.after('commit', () => this.#listener?.())
  }

  /** One round at a time; whatever comes during one is done in the next. */
  #announce(work: Work) {
    if (this.#isAnnounced) return
    this.#isAnnounced = true
    const { signal } = this.#stopping
    const round = async () => {
      await pause(this.waitMs, undefined, { signal }).catch(() => {})
      this.#isAnnounced = false
      if (!signal.aborted) await work(signal)
    }
    this.#round = this.#round
      .then(round)
      .catch((error) => logger.error({ err: error }, `${this.name}.failed`))
  }
}
