import type Account from '#app/accounts/account'
import type { Actor } from '#app/audit/actor'
import { conceal } from '#app/audit/conceal'
import AccessReview from '#app/folders/reviews/access_review'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { day, now, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { AccessReviewItemSchema } from '#database/schema'
import { errors } from '@adonisjs/lucid'
import { belongsTo } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

export type ItemDecision = 'keep' | 'change' | 'end' | 'skipped' | 'suspended'

/** So long what was suspended can be restored as it was. */
const restorableDays = 30

/** One subscription in a review, and what was decided about it. */
export default class AccessReviewItem extends AccessReviewItemSchema {
  declare decision: ItemDecision | null

  @belongsTo(() => AccessReview, { foreignKey: 'reviewId' })
  declare review: BelongsTo<typeof AccessReview>

  @belongsTo(() => FolderSubscription, { foreignKey: 'subscriptionId' })
  declare subscription: BelongsTo<typeof FolderSubscription>

  /** An item of a review of the liaison's own agency. Throws E_ROW_NOT_FOUND for any other. */
  static async findFor(liaison: Account, id: string) {
    const item = await this.query().where({ id }).preload('review').first()
    if (!item) throw new errors.E_ROW_NOT_FOUND()
    const isOurs = item.review.organizationId === liaison.organizationId
    return isOurs ? item.withBothSides() : conceal(liaison, item.review)
  }

  /** With the subscription, its folder and its person. */
  async withBothSides(trx?: Trx) {
    const subscription =
      this.subscription ??
      (await FolderSubscription.findOrFail(this.subscriptionId, { client: trx }))
    this.$setRelated('subscription', await subscription.withBothSides(trx))
    return this
  }

  get restorableUntil(): Instant | null {
    const isLost = this.decision === 'suspended' && this.restoredAt === null
    return isLost ? this.decidedAt! + restorableDays * day : null
  }

  /** False if somebody had decided before. */
  async settle(decision: ItemDecision, by: Actor, trx: Trx) {
    const settled = { decision, decidedAt: now(), decidedBy: by.id }
    const [changed] = await AccessReviewItem.query({ client: trx })
      .where('id', this.id)
      .whereNull('decision')
      .update(settled)
    if (Number(changed) !== 1) return false
    Object.assign(this.$attributes, settled)
    this.$hydrateOriginals()
    return true
  }
}
