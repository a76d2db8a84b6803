import { reachesAsOf } from '#app/folders/access/access_as_of'
import { hour, minute, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import logger from '@adonisjs/core/services/logger'

/** The column tells the hour: so long after one use the next one need not be written down. */
const apart = hour
const everySoOften = minute

interface Use {
  accountId: string
  folderId: string
  at: Instant
}

/**
 * How recently each subscription was used, to the hour. A person's request only leaves a note in memory; which subscription it went
 * by is found out and written each minute, and when the process ends. A crash loses the last minute, which nobody misses.
 */
export class LastUse {
  #noted = new Map<string, Use>()
  /** When a pair of person and folder was last written down, so that a busy one is not looked up each minute. */
  #written = new Map<string, Instant>()
  #timer?: NodeJS.Timeout

  /** Somebody lists, uploads, downloads or views in a folder, themselves: what others look up about them is no use. */
  note(person: { id: string }, folder: { id: string; ownerId: string | null }) {
    if (folder.ownerId === person.id) return
    const key = `${person.id} ${folder.id}`
    const at = now()
    if (at - (this.#written.get(key) ?? 0) < apart) return
    this.#noted.set(key, { accountId: person.id, folderId: folder.id, at })
  }

  start() {
    const write = () =>
      this.write().catch((error) => logger.error({ err: error }, 'last_use.failed'))
    this.#timer = setInterval(write, everySoOften)
    this.#timer.unref()
  }

  async stop() {
    clearInterval(this.#timer)
    await this.write()
  }

  /** Writes down what was noted. Answers how many subscriptions were used. */
  async write() {
    const uses = [...this.#noted]
    this.#noted.clear()
    this.#forgetOld()
    const used = new Map<string, Instant>()
    for (const [key, use] of uses) {
      this.#written.set(key, use.at)
      const id = await subscriptionOf(use)
      if (id) used.set(id, Math.max(use.at, used.get(id) ?? 0))
    }
    if (used.size) await inTransaction((trx) => stamp(used, trx))
    return used.size
  }

  #forgetOld() {
    for (const [key, at] of this.#written) if (now() - at >= apart) this.#written.delete(key)
  }
}

/** Of this process. */
export const lastUse = new LastUse()

async function subscriptionOf({ accountId, folderId, at }: Use) {
  const reaches = await reachesAsOf(accountId, [folderId], at)
  const reach = reaches.get(folderId)
  return reach && reach.because !== 'home' ? reach.because.subscriptionId : undefined
}

/** In the order of ids, so that two processes wait for each other instead of standing in each other's way. */
async function stamp(used: Map<string, Instant>, trx: Trx) {
  for (const [id, at] of [...used].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await trx
      .from('folder_subscriptions')
      .where({ id })
      .where((old) => old.whereNull('last_used_at').orWhere('last_used_at', '<=', at - apart))
      .update({ last_used_at: at })
  }
}
