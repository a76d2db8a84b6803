import Account from '#app/accounts/account'
import { administers, keepsFolders, notOurs } from '#app/accounts/administration'
import { allowed, decide, rule, type Decision } from '#app/audit/decide'
import Folder from '#app/folders/folder'
import type FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { home, inactive, isStillGood } from '#app/folders/offers/offer_ground'
import { signs } from '#app/folders/offers/sponsor'
import { isInTree } from '#app/folders/tree/tree'
import { isGone } from '#app/folders/tree/tree_policy'
import type Organization from '#app/organizations/organization'
import type { Actor } from '#app/audit/actor'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** Whose the access becomes that was offered. */
interface Acceptance {
  offer: SubscriptionOffer
  account: Account
}

declare module '#app/audit/decide' {
  interface Actions {
    'subscription.list': Organization
    'subscription.start': Folder
    'subscription.change': FolderSubscription
    'subscription.end': FolderSubscription
    'subscription.begin': Organization
    'offer.make': Folder
    'offer.sign': SubscriptionOffer
    'offer.decide': SubscriptionOffer
    'offer.accept': Acceptance
    'offer.withdraw': SubscriptionOffer
    'offer.remind': SubscriptionOffer
  }
}

rule('subscription.list', (actor, organization) => administers(actor, organization.id))
rule('subscription.begin', (actor, organization) => keepsFolders(actor, organization.id))
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
rule('offer.decide', (actor, offer, trx) =>
  offer.isSignedBySponsor ? signs(actor, offer, trx) : administers(actor, offer.askedOrganizationId)
)

rule('offer.sign', signs)

rule('offer.accept', async (actor, { offer, account }, trx) => {
  const answer = await decide(actor, 'offer.decide', offer, trx)
  if (!answer.allowed) return answer
  const person = await Account.findOrFail(account.id, { client: trx })
  if (person.organizationId !== offer.askedOrganizationId) return notOurs
  return person.isActive(now()) ? isStillGood(offer, trx) : inactive
})

rule('offer.withdraw', (actor, offer) => keepsFolders(actor, offer.organizationId))
rule('offer.remind', (actor, offer) => keepsFolders(actor, offer.organizationId))

/** A home folder, with what lies in it, is one person's own: nobody is subscribed to it. */
async function shares(actor: Actor, folder: Folder, trx?: Trx): Promise<Decision> {
  const answer = keepsFolders(actor, folder.organizationId)
  if (!answer.allowed) return answer
  const present = await Folder.findOrFail(folder.id, { client: trx })
  if (present.isDeleted) return isGone
  return (await isInTree(present, trx)) ? allowed : home
}
