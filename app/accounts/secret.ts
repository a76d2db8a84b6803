import type Account from '#app/accounts/account'
import { hour, minute, now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { SecretSchema } from '#database/schema'
import { createHash, randomBytes } from 'node:crypto'

/** Security rule 8: what a secret may be used for, and how long. */
const lives = {
  password_reset: 30 * minute,
  activation: 24 * hour,
  first_password: 72 * hour,
} as const
export type Purpose = keyof typeof lives

/** Those that the page `Set a new password` takes. */
export const resettingPasswords = ['password_reset', 'first_password'] as const satisfies Purpose[]

/** Those that set a password: a password that is set makes all of them useless. */
export const settingPasswords = [...resettingPasswords, 'activation'] as const

/** 256 random bits sent to one person for one purpose; only their hash is kept, and they open once. */
export default class Secret extends SecretSchema {
  declare purpose: Purpose

  /** Returns what the person gets; nobody can find it out from what is stored. Its life begins now. */
  static async make(account: Account, purpose: Purpose, trx: Trx) {
    const text = randomBytes(32).toString('base64url')
    await this.create(
      { accountId: account.id, purpose, hash: digest(text), expiresAt: now() + lives[purpose] },
      { client: trx }
    )
    return text
  }

  /** The secret, if it still opens something of that kind. Looking at it uses nothing up. */
  static findLive(text: string, purposes: readonly Purpose[], trx?: Trx) {
    return this.query({ client: trx })
      .where('hash', digest(text))
      .whereIn('purpose', [...purposes])
      .whereNull('usedAt')
      .where('expiresAt', '>', now())
      .first()
  }

  /** After one was used, or the password changed: the others are of no use any more. */
  static async revokeAll(account: Account, purposes: readonly Purpose[], trx: Trx) {
    await this.query({ client: trx })
      .where('accountId', account.id)
      .whereIn('purpose', [...purposes])
      .whereNull('usedAt')
      .update({ usedAt: now() })
  }

  /** Once: of two who come at the same time, one is told no. */
  async use(trx: Trx) {
    const [used] = await Secret.query({ client: trx })
      .where('id', this.id)
      .whereNull('usedAt')
      .where('expiresAt', '>', now())
      .update({ usedAt: now() })
    return Number(used) === 1
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
