import type Account from '#app/accounts/account'
import type { Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import Organization from '#app/organizations/organization'
import QuickReference from '#app/support/records/quick_reference'
import type { Trx } from '#app/shared/transaction'
import { ProgramSchema } from '#database/schema'
import { belongsTo, scope } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** What an agency does and exchanges files for, such as SRR; its quick reference tells whom to ask about it. */
export default class Program extends ProgramSchema implements Subject {
  subjectType = 'program'

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  get subjectName() {
    return this.name
  }

  get isRetired() {
    return Boolean(this.retiredAt)
  }

  static present = scope((query) => query.whereNull('retiredAt').orderBy('nameKey').orderBy('id'))

  /** A program of the liaison's own agency; any other is as if it did not exist. Throws E_ROW_NOT_FOUND. */
  static async findFor(liaison: Account, id: string, trx?: Trx) {
    const program = await this.query({ client: trx })
      .where({ id })
      .preload('organization')
      .firstOrFail()
    return program.organizationId === liaison.organizationId ? program : conceal(liaison, program)
  }

  /** What is said of it at present; null before anything was published. */
  published(trx?: Trx) {
    return QuickReference.publishedOf(this.id, trx)
  }

  /** What is being written; null if there is nothing but what is published. */
  draft(trx?: Trx) {
    return QuickReference.draftOf(this.id, trx)
  }
}
