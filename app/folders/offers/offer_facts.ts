import type Account from '#app/accounts/account'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { decide } from '#app/audit/decide'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { isStillGood } from '#app/folders/offers/offer_ground'
import type SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { day, now } from '#app/shared/clock'

/** What the page of an offer says to each side. The person it means is looked for on the asked side alone. */
export async function offerFacts(by: Account, offer: SubscriptionOffer) {
  const isAsked = by.organizationId === offer.askedOrganizationId
  const decision = isAsked ? await decide(by, 'offer.decide', offer) : null
  const ground = await isStillGood(offer)
  const person = isAsked && offer.isWaiting ? await offer.personMeant() : null
  return {
    offer,
    isAsked,
    canDecide: Boolean(decision?.allowed) && offer.isWaiting && ground.allowed,
    hindrance: offer.isWaiting && !ground.allowed ? ground : null,
    meant: person,
    present: person && (await presentOf(person, offer)),
    speakers: isAsked ? [] : await speakersFor(offer.askedOrganizationId),
    canRemind: offer.isWaiting && (offer.remindedAt === null || offer.remindedAt <= now() - day),
  }
}

/** What the person has there already: an accepted offer takes its place. */
const presentOf = ({ id: accountId }: Account, { folderId }: SubscriptionOffer) =>
  FolderSubscription.query()
    .withScopes((scopes) => scopes.live(now()))
    .where({ accountId, folderId })
    .first()
