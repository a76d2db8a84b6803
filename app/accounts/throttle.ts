import { minute, now, second, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { ThrottleSchema } from '#database/schema'

/** How many failures cost nothing, and how the waiting grows after them. */
interface Brake {
  free: number
  first: number
  most: number
  /** One failure is forgotten for each such time without another. */
  forgetsEvery: number
}

/** Security rule 9. They close for a while; only the last two just slow down, for they are shared by many. */
export const brakes = {
  device: { free: 5, first: 2 * second, most: 5 * minute, forgetsEvery: 10 * minute },
  account: { free: 5, first: 4 * second, most: 15 * minute, forgetsEvery: 15 * minute },
  directory: { free: 10, first: 10 * second, most: 10 * minute, forgetsEvery: minute },
  mail: { free: 3, first: minute, most: 60 * minute, forgetsEvery: 30 * minute },
  requests: { free: 10, first: minute / 2, most: 30 * minute, forgetsEvery: 10 * minute },
  agency: { free: 100, first: 10 * second, most: 5 * minute, forgetsEvery: minute },
  network: { free: 20, first: second / 4, most: 4 * second, forgetsEvery: minute },
  everywhere: { free: 300, first: second / 4, most: 2 * second, forgetsEvery: second },
} satisfies Record<string, Brake>

export function delayAfter(failures: number, brake: Brake) {
  if (failures <= brake.free) return 0
  return Math.min(brake.first * 2 ** Math.min(failures - brake.free - 1, 30), brake.most)
}

/** What a person is told who has to wait. */
export function tooOften(closedUntil: Instant) {
  const seconds = Math.max(1, Math.ceil((closedUntil - now()) / second))
  const wait =
    seconds > 90 ? inWords(Math.ceil(seconds / 60), 'minute') : inWords(seconds, 'second')
  return `That was tried too often. Wait ${wait}, then try again.`
}

const inWords = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

/** How often something failed lately, and when it may be tried again. Kept as a row, so that a restart forgets nothing. */
export default class Throttle extends ThrottleSchema {
  static table = 'throttles'

  /**
   * Counts a try before it is made, so that a hundred at once are not a hundred free ones; what succeeds is released
   * afterwards. Returns until when it is closed, or null if it may go on.
   */
  static async take(key: string, brake: Brake, trx: Trx): Promise<Instant | null> {
    const throttle = await this.#locked(key, trx)
    if (throttle.openAt > now()) return throttle.openAt
    await throttle.#fail(brake)
    return null
  }

  /** Counts a failure of what is never closed. */
  static async count(key: string, brake: Brake, trx: Trx) {
    const throttle = await this.#locked(key, trx)
    await throttle.#fail(brake)
  }

  static release(key: string, trx: Trx) {
    return this.query({ client: trx }).where('id', key).delete()
  }

  /** How long the next try is to be held back. */
  static async holdFor(key: string, brake: Brake) {
    const throttle = await this.find(key)
    return throttle ? delayAfter(throttle.#remembered(brake), brake) : 0
  }

  /** What has been quiet for a day is forgotten. */
  static forgetBefore(asOf: Instant, trx: Trx) {
    return this.query({ client: trx }).where('lastFailedAt', '<', asOf).delete()
  }

  /** Writing over what is there holds it: otherwise it could be released before it is read. */
  static async #locked(id: string, trx: Trx) {
    await trx
      .knexQuery()
      .table(this.table)
      .insert({ id, failures: 0, last_failed_at: now(), open_at: 0 })
      .onConflict('id')
      .merge(['id'])
    return this.findOrFail(id, { client: trx })
  }

  #remembered(brake: Brake) {
    const forgotten = Math.floor((now() - this.lastFailedAt) / brake.forgetsEvery)
    return Math.max(0, this.failures - forgotten)
  }

  #fail(brake: Brake) {
    this.failures = this.#remembered(brake) + 1
    this.lastFailedAt = now()
    this.openAt = now() + delayAfter(this.failures, brake)
    return this.save()
  }
}
