import Account from '#app/accounts/account'
import { conceal } from '#app/audit/conceal'
import type { Subject } from '#app/audit/actor'
import { now, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { AbsenceSchema } from '#database/schema'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Somebody named in an agency's quick references cannot be reached for a while: the next one is called instead. */
export default class Absence extends AbsenceSchema implements Subject {
  subjectType = 'absence'

  @belongsTo(() => Account, { foreignKey: 'createdBy' })
  declare creator: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'cancelledBy' })
  declare canceller: BelongsTo<typeof Account>

  get subjectName() {
    return this.name
  }

  get isCancelled() {
    return this.cancelledAt !== null
  }

  get isOver() {
    return this.untilAt <= now()
  }

  static standing = scope((query) => query.whereNull('cancelledAt'))

  /** An absence of the liaison's own agency; any other is as if it did not exist. Throws E_ROW_NOT_FOUND. */
  static async findFor(liaison: Account, id: string) {
    const absence = await this.findOrFail(id)
    return absence.organizationId === liaison.organizationId ? absence : conceal(liaison, absence)
  }

  /** Those that somebody who calls at an instant, or some days later, may run into. */
  static around(organizationId: string, from: Instant, until: Instant, trx?: Trx) {
    return this.query({ client: trx })
      .where({ organizationId })
      .whereNull('cancelledAt')
      .where('untilAt', '>', from)
      .where('fromAt', '<', until)
      .orderBy('fromAt')
      .orderBy('id')
  }
}
