import Account from '#app/accounts/account'
import { type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import type { Entry } from '#app/support/records/entry'
import { QuickReferenceSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** One edition of a program's record. Published editions never change; the one not published yet is the draft. */
export default class QuickReference extends QuickReferenceSchema {
  declare entries: Entry[]

  @belongsTo(() => Account, { foreignKey: 'publishedBy' })
  declare publisher: BelongsTo<typeof Account>

  static publishedOf(programId: string, trx?: Trx) {
    return this.query({ client: trx })
      .where({ programId })
      .whereNotNull('publishedAt')
      .orderBy('number', 'desc')
      .first()
  }

  static draftOf(programId: string, trx?: Trx) {
    return this.query({ client: trx }).where({ programId }).whereNull('publishedAt').first()
  }

  /** What the record said at an instant. */
  static saidAt(programId: string, at: Instant, trx?: Trx) {
    return this.query({ client: trx })
      .where({ programId })
      .where('publishedAt', '<=', at)
      .orderBy('number', 'desc')
      .first()
  }

  entry(id: string) {
    return this.entries.find((entry) => entry.id === id)
  }
}
