import type { Actor } from '#app/audit/actor'
import { record } from '#app/audit/record'
import type FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'

/**
 * What two organizations agree on stands in the trail of either. The folder's side has its entries about the folder; these are of
 * the person's side, and name the folder as that side sees it, never where it stands.
 */
export async function recordForAsked(
  event: 'consent.asked' | 'consent.declined' | 'consent.lapsed',
  by: Actor,
  offer: SubscriptionOffer,
  trx: Trx
) {
  const asked = await Organization.findOrFail(offer.askedOrganizationId, { client: trx })
  const person = await offer.personMeant(trx)
  const { name: organization } = await Organization.findOrFail(offer.organizationId, {
    client: trx,
  })
  const { subjectName: folder, named, because } = offer
  const details = { organization, folder, named, because, offerId: offer.id, accountId: person?.id }
  await record(event, { actor: by, subject: asked, details }, trx)
}

/** The same of a person's access; nothing where folder and person belong to one organization. */
export async function recordForPerson(
  event: 'consent.given' | 'consent.changed' | 'consent.restored' | 'consent.ended',
  by: Actor,
  subscription: FolderSubscription,
  trx: Trx
) {
  const { folder, account, isAcross, shownName, level } = await subscription.withBothSides(trx)
  if (!isAcross) return
  const { name: organization } = await Organization.findOrFail(folder.organizationId, {
    client: trx,
  })
  const details = { organization, folder: shownName, level, subscriptionId: subscription.id }
  await record(event, { actor: by, subject: account, details }, trx)
}
