import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import type AccessReview from '#app/folders/reviews/access_review'
import type AccessReviewItem from '#app/folders/reviews/access_review_item'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** All liaisons, for each of them may do it. */
export async function tellOfReview(
  kind: 'access_review_started' | 'access_review_due',
  review: AccessReview,
  trx: Trx
) {
  for (const liaison of await speakersFor(review.organizationId, trx)) {
    await tell(liaison, kind, { accountId: liaison.id, reviewId: review.id }, trx)
  }
}

/** The person, and who speaks for the person's organization if that is another one. */
export async function tellOfAccess(
  kind: 'access_suspended' | 'access_restored',
  item: AccessReviewItem,
  trx: Trx
) {
  const { subscription } = await item.withBothSides(trx)
  const { account } = subscription
  if (account.isActive(now()))
    await tell(account, kind, { accountId: account.id, itemId: item.id }, trx)
  if (!subscription.isAcross) return
  for (const speaker of await speakersFor(account.organizationId, trx)) {
    if (speaker.id === account.id) continue
    await tell(speaker, kind, { accountId: speaker.id, itemId: item.id }, trx)
  }
}
