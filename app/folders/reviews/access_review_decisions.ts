import type Account from '#app/accounts/account'
import { decide, permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { Refusal } from '#app/audit/refusal'
import type AccessReview from '#app/folders/reviews/access_review'
import AccessReviewItem from '#app/folders/reviews/access_review_item'
import type FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type { Level } from '#app/folders/reach'
import { changeSubscription } from '#app/folders/subscriptions/subscription_change'
import { endSubscription } from '#app/folders/subscriptions/subscription_ending'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** What a liaison says about one row. */
export type Answer =
  | { itemId: string; decision: 'keep' | 'end' }
  | { itemId: string; decision: 'change'; level: Level; expiresAt: Instant | null }

/** What came of a page of answers. */
export interface Decided {
  kept: number
  changed: number
  ended: number
  /** Over or changed before this. */
  skipped: number
  /** Why the others were not decided. */
  refused: string[]
}

/** Saves a page of a review: all that may be decided together, each refusal by itself. Null if the review is over. */
export async function decideItems(by: Account, review: AccessReview, answers: Answer[]) {
  const refused: AccessReviewItem[] = []
  const result = await inTransaction(async (trx): Promise<Decided | null> => {
    await permit(by, 'access_review.show', review, trx)
    if (!(await review.hold(trx))) return null
    const done: Decided = { kept: 0, changed: 0, ended: 0, skipped: 0, refused: [] }
    for (const item of await openItems(review, answers, trx)) {
      const decision = await decide(by, 'access_review.decide', item, trx)
      const answer = answers.find(({ itemId }) => itemId === item.id)!
      if (!decision.allowed) refused.push(item)
      else if (isForOthers(answer, item)) done.refused.push(needsOffer(item))
      else await carryOut(by, item, answer, done, trx)
    }
    await review.count(done.kept + done.changed + done.ended + done.skipped, by, trx)
    return done
  })
  for (const item of refused) result?.refused.push(await sentenceOf(by, item))
  return result
}

async function openItems(review: AccessReview, answers: Answer[], trx: Trx) {
  const items = await AccessReviewItem.query({ client: trx })
    .where('reviewId', review.id)
    .whereIn(
      'id',
      answers.map(({ itemId }) => itemId)
    )
    .whereNull('decision')
    .preload('subscription', (subscription) => subscription.preload('folder').preload('account'))
    .orderBy('position')
  for (const item of items) item.$setRelated('review', review)
  return items
}

/** What two organizations agreed to is changed by a new offer alone (security rule 5). */
const isForOthers = ({ decision }: Answer, { subscription }: AccessReviewItem) =>
  decision === 'change' && subscription.isAcross

const needsOffer = ({ subscription: { account, folder } }: AccessReviewItem) =>
  `${account.fullName} in ${folder.name}: what another organization agreed to is changed by a new offer. Keep or end it here.`

async function carryOut(
  by: Account,
  item: AccessReviewItem,
  answer: Answer,
  done: Decided,
  trx: Trx
) {
  const { subscription } = item
  if (!subscription.isLive(now())) {
    if (await item.settle('skipped', by, trx)) done.skipped++
    return
  }
  const decision = isChange(answer, subscription)
    ? 'change'
    : answer.decision === 'end'
      ? 'end'
      : 'keep'
  if (!(await item.settle(decision, by, trx))) return
  const { folder, account } = subscription
  if (decision === 'end') await endSubscription(by, subscription, trx)
  if (decision === 'change') await change(by, subscription, answer, trx)
  const details = { account: account.actorName, accountId: account.id, reviewId: item.reviewId }
  if (decision === 'keep')
    await record('access_review.kept', { actor: by, subject: folder, details }, trx)
  done[({ keep: 'kept', change: 'changed', end: 'ended' } as const)[decision]]++
}

const isChange = (answer: Answer, { level, expiresAt }: FolderSubscription) =>
  answer.decision === 'change' && (answer.level !== level || answer.expiresAt !== expiresAt)

async function change(by: Account, subscription: FolderSubscription, answer: Answer, trx: Trx) {
  if (answer.decision !== 'change') return
  const { level, expiresAt } = answer
  const { shownAs, purpose, agreementNumber } = subscription
  const terms = { level, expiresAt, shownAs, purpose, agreementNumber }
  await changeSubscription(by, subscription, { terms, isSigned: false }, trx)
}

/** Asked once more outside, so that the trail has the refusal. */
async function sentenceOf(by: Account, item: AccessReviewItem) {
  try {
    await permit(by, 'access_review.decide', item)
    return ''
  } catch (error) {
    if (error instanceof Refusal) return [error.decision.sentence, error.decision.mend].join(' ')
    throw error
  }
}
