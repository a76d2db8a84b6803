import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import AccessReviewItem from '#app/folders/reviews/access_review_item'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { tellOfAccess } from '#app/folders/reviews/access_review_notices'
import { recordForPerson } from '#app/folders/subscriptions/consent_trail'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Gives back what a review suspended, with the same terms. Or says in a sentence why it cannot be. */
export function restoreAccess(by: Account, item: AccessReviewItem) {
  return inTransaction(async (trx): Promise<'restored' | { sentence: string }> => {
    await permit(by, 'access_review.restore', item, trx)
    const why = await whyNot(item, trx)
    if (why) return { sentence: why }
    const [changed] = await AccessReviewItem.query({ client: trx })
      .where({ id: item.id, decision: 'suspended' })
      .whereNull('restoredAt')
      .update({ restoredAt: now(), restoredBy: by.id })
    if (Number(changed) !== 1) return { sentence: 'Somebody had restored it already.' }

    const former = await FolderSubscription.findOrFail(item.subscriptionId, { client: trx })
    const { folder, account, level, shownAs, purpose, agreementNumber, expiresAt } =
      await former.withBothSides(trx)
    const terms = { level, shownAs, purpose, agreementNumber, expiresAt, replacesId: former.id }
    const again = await FolderSubscription.start(by, folder, account, terms, trx)
    await recordForPerson('consent.restored', by, again, trx)
    const details = { account: account.actorName, accountId: account.id, reviewId: item.reviewId }
    await record('access_review.restored', { actor: by, subject: folder, details }, trx)
    await tellOfAccess('access_restored', item, trx)
    return 'restored'
  })
}

/** What happened since it was suspended may stand in the way. */
async function whyNot(item: AccessReviewItem, trx: Trx) {
  const { subscription } = await item.withBothSides(trx)
  const { folder, account, expiresAt } = subscription
  await folder.useTransaction(trx).refresh()
  await account.useTransaction(trx).refresh()
  if (item.decision !== 'suspended' || item.restoredAt !== null)
    return 'It is not suspended any more.'
  if (item.restorableUntil! <= now())
    return 'It was suspended too long ago. Subscribe the person anew.'
  if (expiresAt !== null && expiresAt <= now())
    return 'Its end date has passed. Subscribe the person anew.'
  if (folder.deletionId !== null) return 'The folder is deleted. Recover it first.'
  if (!account.isActive(now()) || (await wasAway(item, trx))) {
    return `The account of ${account.fullName} was deactivated meanwhile. Subscribe the person anew.`
  }
  if (subscription.isAcross && (await wasParted(item, trx))) {
    return 'What the other organization had agreed to ended meanwhile. Offer the access anew.'
  }
  if (await hasAnother(subscription, trx)) return 'The person has been given access there anew.'
  return null
}

async function wasAway({ subscription, decidedAt }: AccessReviewItem, trx: Trx) {
  const since = trx
    .from('account_deactivations')
    .where('account_id', subscription.accountId)
    .where((over) => over.whereNull('ended_at').orWhere('ended_at', '>=', decidedAt!))
  return (await since.first()) !== null
}

/** Either side was suspended, or what replaced it was ended since. */
async function wasParted({ subscription, decidedAt }: AccessReviewItem, trx: Trx) {
  const { folder, account } = subscription
  const suspension = await trx
    .from('organization_suspensions')
    .whereIn('organization_id', [folder.organizationId, account.organizationId])
    .where((over) => over.whereNull('ended_at').orWhere('ended_at', '>=', decidedAt!))
    .first()
  if (suspension) return true
  const later = await trx
    .from('folder_subscriptions')
    .where({ folder_id: folder.id, account_id: account.id })
    .where('created_at', '>=', decidedAt!)
    .whereNotNull('ended_at')
    .first()
  return later !== null
}

async function hasAnother({ folderId, accountId }: FolderSubscription, trx: Trx) {
  const live = FolderSubscription.query({ client: trx }).where({ folderId, accountId })
  return (await live.withScopes((scopes) => scopes.live(now())).first()) !== null
}
