import Account from '#app/accounts/account'
import type { Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import type { Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import type { Holidays } from '#app/support/escalation/opening'
import { dayNear } from '#app/support/escalation/wall_clock'
import { HolidaySchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** A day on which desks keep their hours of holidays: of the whole service, or of one agency. */
export default class Holiday extends HolidaySchema implements Subject {
  subjectType = 'holiday'

  @belongsTo(() => Account, { foreignKey: 'createdBy' })
  declare creator: BelongsTo<typeof Account>

  get subjectName() {
    return `${this.day} ${this.name}`
  }

  /** A holiday of that keeper, an agency or null for the service; any other is as if it did not exist. Throws E_ROW_NOT_FOUND. */
  static async findFor(by: Account, organizationId: string | null, id: string) {
    const holiday = await this.findOrFail(id)
    return holiday.organizationId === organizationId ? holiday : conceal(by, holiday)
  }

  /** Those of a year of one keeper: an agency, or null for the service. */
  static of(organizationId: string | null, year: number, trx?: Trx) {
    const query = this.query({ client: trx })
    if (organizationId) query.where({ organizationId })
    else query.whereNull('organizationId')
    return query.whereBetween('day', [`${year}-01-01`, `${year}-12-31`]).orderBy('day')
  }

  /** What an agency observes from shortly before an instant on, for as long as anybody looks ahead. */
  static async observedBy(
    organizationId: string | null,
    at: Instant,
    trx?: Trx
  ): Promise<Holidays> {
    const rows = await this.query({ client: trx })
      .where((keeper) => {
        keeper.whereNull('organizationId')
        if (organizationId) keeper.orWhere('organizationId', organizationId)
      })
      .whereBetween('day', [dayNear(at, 'UTC', -3), dayNear(at, 'UTC', 403)])
    const own = (one: Holiday) => (one.organizationId ? 1 : 0)
    return new Map(rows.sort((a, b) => own(a) - own(b)).map(({ day, name }) => [day, name]))
  }
}
