import { day, now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { ConfirmationSchema } from '#database/schema'
import { createHash, randomBytes } from 'node:crypto'

/** How long a mailed link waits for its answer. */
export const linkLife = 14 * day

/** A contact is asked: is this right? The link is made when the mail is written, for this entry of this program alone. */
export default class Confirmation extends ConfirmationSchema {
  declare answer: 'right' | 'wrong' | null

  /** A hash of what nobody knows. */
  static hashOfNoLink = () => digest(newToken())

  /** What a link was made for, as long as it is good. Looking uses nothing up. */
  static findLive(token: string, trx?: Trx) {
    return this.query({ client: trx })
      .where('hash', digest(token))
      .whereNull('usedAt')
      .where('expiresAt', '>', now())
      .first()
  }

  /** Whether somebody is asked about an entry and has not answered yet. */
  static openFor(programId: string, entryIds: string[], trx?: Trx) {
    return this.query({ client: trx })
      .where({ programId })
      .whereIn('entryId', entryIds)
      .whereNull('usedAt')
      .where('expiresAt', '>', now())
  }

  /** 256 random bits; only their hash is kept (security rule 8), so an earlier link opens nothing any more. */
  async newLink(trx: Trx) {
    const token = newToken()
    await Confirmation.query({ client: trx })
      .where('id', this.id)
      .update({ hash: digest(token), expiresAt: now() + linkLife })
    return `/confirmations/${token}`
  }

  /** Once: of two who come at the same time, one is told no. */
  async use(answer: 'right' | 'wrong', trx: Trx) {
    const [used] = await Confirmation.query({ client: trx })
      .where('id', this.id)
      .whereNull('usedAt')
      .where('expiresAt', '>', now())
      .update({ usedAt: now(), answer })
    return Number(used) === 1
  }
}

const newToken = () => randomBytes(32).toString('base64url')
const digest = (text: string) => createHash('sha256').update(text).digest('hex')
