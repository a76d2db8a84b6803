import Account from '#app/accounts/account'
import type { Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { decide, permit } from '#app/audit/decide'
import Organization from '#app/organizations/organization'
import { day, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import type { Place } from '#app/support/requests/places'
import type { Urgency } from '#app/support/requests/urgency'
import { HelpRequestSchema } from '#database/schema'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { ModelAttributes } from '@adonisjs/lucid/types/model'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Open waits for whom it lies with, answered for the caller; solved ends it by who helped, closed by the caller. */
type Status = 'open' | 'answered' | 'solved' | 'closed'

/** How long after its end the caller can open it again. */
export const reopensFor = 14 * day

/** One person's call for help, from the form to "It works now", under a number that can be read out on the phone. */
export default class HelpRequest extends HelpRequestSchema implements Subject {
  declare status: Status
  declare urgency: Urgency
  declare liesWith: Place
  subjectType = 'help_request'

  @belongsTo(() => Organization)
  declare organization: BelongsTo<typeof Organization>

  /** Who needs help; nobody else ever reads it, but for those who give it. */
  @belongsTo(() => Account)
  declare account: BelongsTo<typeof Account>

  /** Who wrote it down: the same person, or the help desk for a caller. */
  @belongsTo(() => Account, { foreignKey: 'filedBy' })
  declare filer: BelongsTo<typeof Account>

  get name() {
    return numberInWords(this.number)
  }

  get subjectName() {
    return this.name
  }

  get isAgency() {
    return this.organization.isAgency
  }

  get isEnded() {
    return this.status === 'solved' || this.status === 'closed'
  }

  get isOfCaller() {
    return this.filedBy === this.accountId
  }

  canReopen(asOf: Instant) {
    return this.isEnded && this.endedAt! + reopensFor > asOf
  }

  /** One's own; anybody else's is as if it did not exist. */
  static async findOwn(account: Account, id: string) {
    const request = await this.#whole().where({ id }).firstOrFail()
    return request.accountId === account.id ? request : conceal(account, request)
  }

  /** For who helps: a liaison finds those of the own organization, the help desk all. */
  static async findFor(helper: Account, id: string) {
    const request = await this.#whole().where({ id }).firstOrFail()
    const answer = await decide(helper, 'help_request.answer', request)
    if (!answer.allowed && answer.hidden) return conceal(helper, request)
    await permit(helper, 'help_request.answer', request)
    return request
  }

  static findWhole(id: string, trx: Trx) {
    return this.#whole(trx).where({ id }).firstOrFail()
  }

  static #whole(trx?: Trx) {
    return this.query({ client: trx }).preload('organization').preload('account').preload('filer')
  }

  /** Once: of two who do the same at the same time, one is told no. */
  async change(from: Status[], to: Partial<ModelAttributes<HelpRequest>>, trx: Trx) {
    const [changed] = await HelpRequest.query({ client: trx })
      .where({ id: this.id })
      .whereIn('status', from)
      .update(to)
    if (Number(changed) !== 1) return false
    Object.assign(this.$attributes, to)
    this.$hydrateOriginals()
    return true
  }

  /** Held for the rest of the transaction, as it is now. */
  async held(trx: Trx) {
    await HelpRequest.query({ client: trx }).where('id', this.id).forUpdate().first()
    return HelpRequest.findWhole(this.id, trx)
  }
}

export const numberInWords = (number: number) => `H-${number}`

/** "H-1042", "h1042" or "1042", as people write it; null if it is no number. */
export function numberFrom(text: string) {
  const [, digits] = /^\s*(?:h\s*-?\s*)?(\d{1,9})\s*$/i.exec(text) ?? []
  return digits ? Number(digits) : null
}
