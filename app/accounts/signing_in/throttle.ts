import { day, minute, now, second, type Instant } from '#app/shared/clock'
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
  minutely: { free: 0, first: minute, most: minute, forgetsEvery: minute },
  hourly: { free: 0, first: 60 * minute, most: 60 * minute, forgetsEvery: 60 * minute },
  daily: { free: 0, first: day, most: day, forgetsEvery: day },
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
   * afterwards. Returns until when it is closed, or null if it may go on. `usernameKey`: whose sign-in it is, if there is
   * such an account; it is looked up in the same statement, so that nothing takes longer for a name that somebody has.
   */
  static async take(
    key: string,
    brake: Brake,
    trx: Trx,
    usernameKey?: string
  ): Promise<Instant | null> {
    const throttle = await this.#locked(key, trx, usernameKey)
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

  /** Until when a sign-in of this account has to wait somewhere; null if it need not. */
  static async closedUntil(accountId: string, asOf: Instant, trx?: Trx) {
    const closed = await this.query({ client: trx })
      .where({ accountId })
      .where('openAt', '>', asOf)
      .orderBy('openAt', 'desc')
      .first()
    return closed?.openAt ?? null
  }

  /** All that was counted against the sign-in of an account, on any device. Returns whether there was anything. */
  static async releaseAll(accountId: string, trx: Trx) {
    const [released] = await this.query({ client: trx }).where({ accountId }).delete()
    return Number(released) > 0
  }

  /** What has been quiet for a day is forgotten. */
  static forgetBefore(asOf: Instant, trx: Trx) {
    return this.query({ client: trx }).where('lastFailedAt', '<', asOf).delete()
  }

  /** Writing over what is there holds it: otherwise it could be released before it is read. */
  static async #locked(id: string, trx: Trx, usernameKey?: string) {
    const row = { id, failures: 0, last_failed_at: now(), open_at: 0 }
    const owner = usernameKey !== undefined && {
      account_id: trx.knexQuery().from('accounts').where('username_key', usernameKey).select('id'),
    }
    await trx
      .knexQuery()
      .table(this.table)
      .insert({ ...row, ...owner })
      .onConflict('id')
      .merge(owner ? ['id', 'account_id'] : ['id'])
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
