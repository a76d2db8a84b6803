import Account from '#app/accounts/account'
import type { Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import Program from '#app/support/records/program'
import { EntryReportSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

export const outcomes = ['mended', 'was_right'] as const
export type Outcome = (typeof outcomes)[number]

/** As the reporter and the trail are told. */
export const outcomeWords: Record<Outcome, string> = {
  mended: 'It was wrong, and is mended',
  was_right: 'It was right',
}

/** Somebody's word that something in a quick reference is wrong, until a liaison settles it. */
export default class EntryReport extends EntryReportSchema implements Subject {
  declare outcome: Outcome | null
  subjectType = 'entry_report'

  @belongsTo(() => Program)
  declare program: BelongsTo<typeof Program>

  /** Who reported it, if that person was signed in. */
  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'settledBy' })
  declare settler: BelongsTo<typeof Account>

  get subjectName() {
    return this.entryName
  }

  get isOpen() {
    return !this.settledAt
  }

  /** Whom the answer goes to. */
  get reporter() {
    return { id: this.accountId, email: this.account?.email ?? this.email }
  }

  get reporterName() {
    return this.account?.fullName ?? this.name ?? 'Somebody who gave no name'
  }

  /** A report about a program of the liaison's own agency; any other is as if it did not exist. Throws E_ROW_NOT_FOUND. */
  static async findFor(liaison: Account, programId: string, id: string) {
    const report = await this.query()
      .where({ id, programId })
      .preload('program')
      .preload('account')
      .preload('settler')
      .firstOrFail()
    return report.organizationId === liaison.organizationId ? report : conceal(liaison, report)
  }

  /** How many wait at a program. */
  static async countOpen(programId: string) {
    const [{ $extras }] = await this.query()
      .where({ programId })
      .whereNull('settledAt')
      .count('* as total')
    return Number($extras.total)
  }
}
