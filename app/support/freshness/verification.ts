import Account from '#app/accounts/account'
import type { Trx } from '#app/shared/transaction'
import { VerificationSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Somebody said: this is right. It holds for the words that stood there, and for no others. Without an entry: the whole record. */
export default class Verification extends VerificationSchema {
  declare via: 'console' | 'mail' | 'import'

  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  /** The latest word about a whole record. */
  static reviewOf(programId: string, trx?: Trx) {
    return this.query({ client: trx })
      .where({ programId })
      .whereNull('entryId')
      .orderBy('verifiedAt', 'desc')
      .orderBy('id', 'desc')
      .first()
  }
}
