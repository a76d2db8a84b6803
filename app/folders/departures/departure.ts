import Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import type { Actor, Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { carryOut } from '#app/folders/departures/carrying_out'
import DepartureItem from '#app/folders/departures/departure_item'
import { heirsNamed, type Heirs, type NamedHeirs } from '#app/folders/departures/heirs'
import { DepartureSchema } from '#database/schema'
import { hour, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { belongsTo, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'

export interface Leaving extends NamedHeirs {
  /** When the person left, or will. */
  leftAt: Instant
  note?: string | null
  /** How long the colleague may look into the home folder. */
  homeDays: number
}

/** `waiting`: one is planned already. `done`: the person has left already. */
type Beginning = { problems: Problems } | { departure: Departure } | 'waiting' | 'done'

/** The rule that a departure is timed against. */
export const accessEndsWithin = 24 * hour

/** Somebody leaves the organization: access ends everywhere, and what the person kept is handed over. */
export default class Departure extends DepartureSchema implements Subject {
  declare status: 'planned' | 'done' | 'cancelled'
  subjectType = 'departure'

  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'createdBy' })
  declare planner: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'cancelledBy' })
  declare canceller: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'sponsorHeirId' })
  declare sponsorHeir: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'offersHeirId' })
  declare offersHeir: BelongsTo<typeof Account>

  @belongsTo(() => Account, { foreignKey: 'homeHeirId' })
  declare homeHeir: BelongsTo<typeof Account>

  @hasMany(() => DepartureItem)
  declare items: HasMany<typeof DepartureItem>

  get subjectName() {
    return this.account?.actorName ?? 'a person'
  }

  /** A departure of one's own organization. Throws E_ROW_NOT_FOUND. */
  static async findFor(by: Account, id: string) {
    const found = await this.query()
      .where({ id })
      .preload('account')
      .preload('planner')
      .preload('canceller')
      .preload('sponsorHeir')
      .preload('offersHeir')
      .preload('homeHeir')
      .preload('items', (items) => items.orderBy('id'))
      .firstOrFail()
    return found.organizationId === by.organizationId ? found : conceal(by, found)
  }

  static plannedFor(account: Account, trx?: Trx) {
    return this.query({ client: trx }).where({ accountId: account.id, status: 'planned' }).first()
  }

  /** Ends the access now, or plans it for the hour at which the person leaves. */
  static begin(by: Account, account: Account, leaving: Leaving) {
    return inTransaction(async (trx): Promise<Beginning> => {
      await Account.query({ client: trx }).where('id', account.id).forUpdate().firstOrFail()
      await permit(by, 'account.depart', account, trx)
      if (await this.plannedFor(account, trx)) return 'waiting'
      if (await this.#hasLeft(account, trx)) return 'done'
      const { heirs, problems } = await heirsNamed(account, leaving, trx)
      if (Object.keys(problems).length) return { problems }

      const departure = await this.#create(by, account, { ...leaving, ...heirs }, trx)
      if (leaving.leftAt > now()) await departure.#plan(by, trx)
      else await carryOut(departure, by, trx)
      return { departure }
    })
  }

  static async #create(by: Actor, account: Account, leaving: Leaving & Heirs, trx: Trx) {
    const { leftAt, note, homeDays, sponsorHeirId, offersHeirId, homeHeirId } = leaving
    const departure = await this.create(
      {
        organizationId: account.organizationId,
        accountId: account.id,
        createdBy: by.id!,
        status: 'planned',
        leftAt,
        note: note ?? null,
        homeDays,
        sponsorHeirId,
        offersHeirId,
        homeHeirId,
      },
      { client: trx }
    )
    departure.$setRelated('account', account)
    return departure
  }

  /** Deactivated by a departure, and not given back since. */
  static async #hasLeft(account: Account, trx: Trx) {
    await account.useTransaction(trx).refresh()
    if (account.deactivatedAt === null) return false
    const done = await this.query({ client: trx })
      .where({ accountId: account.id, status: 'done' })
      .where('doneAt', '>=', account.deactivatedAt)
      .first()
    return done !== null
  }

  /** The end date closes the account to the second, even if the job is late. A liaison's is left alone: the last one must stay. */
  async #plan(by: Account, trx: Trx) {
    const { account, leftAt } = this
    const isLiaison = await account
      .related('grants')
      .query()
      .useTransaction(trx)
      .where('role', 'liaison')
      .first()
    const isSooner = account.endsAt !== null && account.endsAt <= leftAt
    if (!isLiaison && !isSooner) {
      Object.assign(this, { endedBeforeAt: account.endsAt, setsEnd: true })
      await this.useTransaction(trx).save()
      await Account.query({ client: trx }).where('id', account.id).update({ endsAt: leftAt })
    }
    await record('departure.planned', { actor: by, subject: this, details: { leftAt } }, trx)
  }

  /** False if it was carried out or cancelled before. */
  cancel(by: Account) {
    return inTransaction(async (trx) => {
      await permit(by, 'account.depart', this.account, trx)
      const end = { status: 'cancelled', cancelledAt: now(), cancelledBy: by.id }
      if (!(await this.changeOnce(end, trx))) return false

      if (this.setsEnd) {
        await Account.query({ client: trx })
          .where({ id: this.accountId, endsAt: this.leftAt })
          .whereNull('deactivatedAt')
          .update({ endsAt: this.endedBeforeAt })
      }
      await record('departure.cancelled', { actor: by, subject: this }, trx)
      return true
    })
  }

  /** As long as it is planned; of two who change it at once one does. */
  async changeOnce(to: Record<string, unknown>, trx: Trx, only: Record<string, unknown> = {}) {
    const [changed] = await Departure.query({ client: trx })
      .where({ id: this.id, status: 'planned', ...only })
      .update(to)
    return Number(changed) === 1
  }

  /** How long access outlived the person's work; below zero if it ended before. */
  get tookMs() {
    return this.accessEndedAt === null ? null : this.accessEndedAt - this.leftAt
  }

  get isInTime() {
    return this.tookMs !== null && this.tookMs <= accessEndsWithin
  }
}
