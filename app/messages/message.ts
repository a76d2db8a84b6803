import { minute, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { MessageSchema } from '#database/schema'
import { scope } from '@adonisjs/lucid/orm'
import type { ModelAttributes } from '@adonisjs/lucid/types/model'

type MessageStatus = 'queued' | 'sending' | 'sent' | 'failed'

/** A worker that has not reported by then is taken for dead, and the message is anybody's again. */
export const lease = 5 * minute

/** Why a message was not sent although nothing was wrong with its address. */
export const notNeeded = 'Nobody needs it any more.'
export const addressChanged = 'The mail address was changed.'

/** RFC 5321 4.5.4.1 asks to go on for four or five days: with an hour between tries, that is about a hundred. */
export const mostTries = 100

/** Something that the service promised to send to somebody, and what became of it. */
export default class Message extends MessageSchema {
  declare status: MessageStatus

  /** While a message is being sent, `dueAt` says when its worker must have reported. */
  static due = scope((query, asOf: Instant) =>
    query
      .whereIn('status', ['queued', 'sending'])
      .where('dueAt', '<=', asOf)
      .orderBy('dueAt')
      .orderBy('id')
  )

  /** Whether this message is still its worker's, and stays so until the transaction ends. */
  async isHeld(trx: Trx) {
    const { id, status, tries } = this
    const query = Message.query({ client: trx }).where({ id, status, tries })
    return (await query.forUpdate().first()) !== null
  }

  /** What was promised to somebody and is not on its way yet is not sent any more. */
  static async withdraw(accountId: string, kinds: readonly string[], failure: string, trx: Trx) {
    await this.query({ client: trx })
      .where({ accountId })
      .whereIn('kind', [...kinds])
      .whereIn('status', ['queued', 'sending'])
      .update({ status: 'failed', failure })
  }

  /** Takes this message for one worker. False if another one was quicker. */
  claim(asOf: Instant, trx: Trx) {
    return this.#change({ status: 'sending', tries: this.tries + 1, dueAt: asOf + lease }, trx)
  }

  markSent(subjectLine: string, asOf: Instant, trx: Trx) {
    return this.#change({ status: 'sent', sentAt: asOf, subjectLine, failure: null }, trx)
  }

  /** Tried in vain: again after a wait that doubles up to an hour. */
  postpone(failure: string, asOf: Instant, trx: Trx) {
    if (this.tries >= mostTries) return this.giveUp(failure, trx)
    const wait = Math.min(2 ** (this.tries - 1), 60) * minute
    return this.#change({ status: 'queued', dueAt: asOf + wait, failure }, trx)
  }

  giveUp(failure: string, trx: Trx) {
    return this.#change({ status: 'failed', failure }, trx)
  }

  /** The tries are the fence: a worker that was thought dead and comes back finds the message no longer its own. */
  async #change(changes: Partial<ModelAttributes<Message>>, trx: Trx) {
    const { id, status, tries } = this
    if (changes.failure) changes.failure = changes.failure.slice(0, 500)
    const query = Message.query({ client: trx }).where({ id, status, tries })
    const [changed] = await query.update(changes)
    if (Number(changed) !== 1) return false
    this.merge(changes as Partial<ModelAttributes<this>>)
    return true
  }
}
