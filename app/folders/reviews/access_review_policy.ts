import type Account from '#app/accounts/account'
import { keepsFolders } from '#app/accounts/administration'
import { isLastLiaison } from '#app/accounts/liaisons/last_liaison'
import type { Actor } from '#app/audit/actor'
import { rule, type Decision } from '#app/audit/decide'
import type AccessReview from '#app/folders/reviews/access_review'
import type AccessReviewItem from '#app/folders/reviews/access_review_item'
import type Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'

declare module '#app/audit/decide' {
  interface Actions {
    'access_review.list': Organization
    'access_review.start': Organization
    'access_review.show': AccessReview
    'access_review.decide': AccessReviewItem
    'access_review.restore': AccessReviewItem
  }
}

rule('access_review.list', (actor, organization) => keepsFolders(actor, organization.id))
rule('access_review.start', (actor, organization) => keepsFolders(actor, organization.id))
rule('access_review.show', (actor, review) => keepsFolders(actor, review.organizationId))
rule('access_review.decide', reviews)
rule('access_review.restore', reviews)

/** Nobody confirms their own access, unless there is nobody else who could. */
async function reviews(actor: Actor, item: AccessReviewItem, trx?: Trx): Promise<Decision> {
  const { subscription } = await item.withBothSides(trx)
  const keeping = keepsFolders(actor, subscription.folder.organizationId)
  if (!keeping.allowed || subscription.accountId !== actor.id) return keeping
  if (await isLastLiaison(actor as Account, trx)) return keeping
  return {
    allowed: false,
    code: 'access_review.own',
    sentence: 'Nobody confirms their own access.',
    mend: 'Another liaison of your agency decides about yours.',
  }
}
