import Account from '#app/accounts/account'
import { pathsOf } from '#app/folders/tree/folder_paths'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { now } from '#app/shared/clock'

/** So many changes of one subscription are followed back to the offer that it began with. */
const mostChanges = 20

/** All that one side may know of a subscription. Only who keeps the folder sees where it stands. */
export async function subscriptionFacts(by: Account, subscription: FolderSubscription) {
  const { folder, grantedBy, endedBy } = subscription
  const keeps = folder.organizationId === by.organizationId
  const others = await otherWays(subscription)
  const paths = keeps
    ? await pathsOf([folder, ...others.map((other) => other.folder)].map(({ lineage }) => lineage))
    : new Map<string, string>()
  return {
    subscription,
    keeps,
    isLive: subscription.isLive(now()),
    name: paths.get(folder.lineage) ?? subscription.shownName,
    grantor: grantedBy ? await Account.find(grantedBy) : null,
    ender: endedBy ? await Account.find(endedBy) : null,
    offer: await offerOf(subscription),
    waiting: await SubscriptionOffer.query()
      .withScopes((scopes) => scopes.waiting())
      .where('replacesId', subscription.id)
      .first(),
    others: others.map((other) => ({
      id: other.id,
      level: other.level,
      name: paths.get(other.folder.lineage) ?? other.shownName,
    })),
  }
}

/** By what else the person reaches the folder: that stays when this one ends. */
function otherWays({ id, accountId, folder }: FolderSubscription) {
  return FolderSubscription.query()
    .withScopes((scopes) => scopes.live(now()))
    .where({ accountId })
    .whereIn('folderId', folder.lineageIds)
    .whereNot('id', id)
    .preload('folder')
    .orderBy('createdAt')
}

/** The offer by which both sides agreed, however often the subscription was changed since. */
async function offerOf(subscription: FolderSubscription) {
  let at: FolderSubscription | null = subscription
  for (let steps = 0; at && steps < mostChanges; steps++) {
    const offer = await SubscriptionOffer.query()
      .where('subscriptionId', at.id)
      .preload('decider')
      .first()
    if (offer) return offer
    at = at.replacesId ? await FolderSubscription.find(at.replacesId) : null
  }
  return null
}
