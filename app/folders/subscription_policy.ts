import { administers, keepsFolders } from '#app/accounts/administration'
import { rule, type Decision } from '#app/audit/decide'
import type Folder from '#app/folders/folder'
import type FolderSubscription from '#app/folders/folder_subscription'
import type SubscriptionOffer from '#app/folders/subscription_offer'
import { isGone } from '#app/folders/tree_policy'
import type Organization from '#app/organizations/organization'
import type { Actor } from '#app/audit/actor'

declare module '#app/audit/decide' {
  interface Actions {
    'subscription.list': Organization
    'subscription.start': Folder
    'subscription.change': FolderSubscription
    'subscription.end': FolderSubscription
    'offer.make': Folder
    'offer.decide': SubscriptionOffer
    'offer.withdraw': SubscriptionOffer
  }
}

rule('subscription.list', (actor, organization) => administers(actor, organization.id))
rule('subscription.start', shares)
rule('offer.make', shares)

rule('subscription.change', async (actor, subscription, trx) => {
  const { folder } = await subscription.withBothSides(trx)
  return keepsFolders(actor, folder.organizationId)
})

/** Security rule 5: either side ends it. */
rule('subscription.end', async (actor, subscription, trx) => {
  const { folder, account } = await subscription.withBothSides(trx)
  const asKeeper = keepsFolders(actor, folder.organizationId)
  return asKeeper.allowed ? asKeeper : administers(actor, account.organizationId)
})

/** Consent is always the person's own side's; for a partner without anybody to ask, the offering liaison signs as sponsor. */
rule('offer.decide', (actor, offer) =>
  offer.isSignedBySponsor
    ? keepsFolders(actor, offer.organizationId)
    : administers(actor, offer.askedOrganizationId)
)

rule('offer.withdraw', (actor, offer) => keepsFolders(actor, offer.organizationId))

/** A home folder is one person's own: nobody is subscribed to it. */
function shares(actor: Actor, folder: Folder): Decision {
  const answer = keepsFolders(actor, folder.organizationId)
  if (answer.allowed && folder.isDeleted) return isGone
  if (!answer.allowed || !folder.isHome) return answer
  return {
    allowed: false,
    code: 'folder.home',
    sentence: 'A home folder belongs to one person and is not shared.',
    mend: 'Make a folder in the tree of your agency and subscribe people to it.',
  }
}
