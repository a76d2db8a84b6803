import type Account from '#app/accounts/account'
import type { Actor, Subject } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { underReview } from '#app/folders/reviews/access_review_scope'
import type Organization from '#app/organizations/organization'
import { day, now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { AccessReviewSchema } from '#database/schema'
import { errors } from '@adonisjs/lucid'
import { scope } from '@adonisjs/lucid/orm'
import { v7 as uuidv7 } from 'uuid'

/** So long a review may take; what nobody has confirmed by then is suspended. */
export const reviewDays = 30
const atOnce = 200

/** An agency looks through who has access to its folders, and keeps, changes or ends each. */
export default class AccessReview extends AccessReviewSchema implements Subject {
  subjectType = 'access_review'

  static open = scope((query) => query.whereNull('closedAt'))

  get subjectName() {
    return this.quarter ? `the access review of ${this.quarter}` : 'the access review'
  }

  get isOpen() {
    return this.closedAt === null
  }

  /** A review of the liaison's own agency. Throws E_ROW_NOT_FOUND for any other. */
  static async findFor(liaison: Account, id: string) {
    const review = await this.find(id)
    if (!review) throw new errors.E_ROW_NOT_FOUND()
    return review.organizationId === liaison.organizationId ? review : conceal(liaison, review)
  }

  /** Null if one is open already, or if nobody has access to anything. */
  static start(by: Actor, organization: Organization, quarter: string | null = null, outer?: Trx) {
    return inTransaction(async (trx) => {
      await permit(by, 'access_review.start', organization, trx)
      await trx.from('organizations').where('id', organization.id).forUpdate().select('id')
      const open = this.query({ client: trx }).where('organizationId', organization.id)
      if (await open.withScopes((scopes) => scopes.open()).first()) return null
      const subscriptions = await underReview(organization.id, trx)
      if (!subscriptions.length) return null

      const review = await this.create(
        {
          organizationId: organization.id,
          quarter,
          createdBy: by.id,
          dueAt: now() + reviewDays * day,
          itemCount: subscriptions.length,
          decidedCount: 0,
        },
        { client: trx }
      )
      await addItems(review, subscriptions, trx)
      const details = { items: subscriptions.length }
      await record('access_review.started', { actor: by, subject: review, details }, trx)
      return review
    }, outer)
  }

  /** Of several who work on it at once, one counts at a time. False if it is over. */
  async hold(trx: Trx) {
    const row = await AccessReview.query({ client: trx }).where('id', this.id).forUpdate().first()
    return row !== null && row.isOpen
  }

  /** So many more are decided; with the last one the review is over. */
  async count(decided: number, by: Actor, trx: Trx) {
    await trx.from('access_reviews').where('id', this.id).increment('decided_count', decided)
    await this.useTransaction(trx).refresh()
    if (this.decidedCount < this.itemCount || !this.isOpen) return
    this.closedAt = now()
    await this.useTransaction(trx).save()
    await record('access_review.closed', { actor: by, subject: this }, trx)
  }
}

async function addItems({ id }: AccessReview, subscriptions: string[], trx: Trx) {
  const rows = subscriptions.map((subscription, at) => ({
    id: uuidv7(),
    review_id: id,
    position: at + 1,
    subscription_id: subscription,
  }))
  for (let from = 0; from < rows.length; from += atOnce) {
    await trx.table('access_review_items').multiInsert(rows.slice(from, from + atOnce))
  }
}
