import Account from '#app/accounts/account'
import { tellLiaisons } from '#app/accounts/liaisons/liaison_notices'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { openAccount, type NewPerson } from '#app/folders/account_opening'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Organization from '#app/organizations/organization'
import { day, now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Somebody of the asked organization, as its liaison types the name. Null if there is nobody. */
export function ownPersonNamed(speaker: Account, typed: string, trx?: Trx) {
  return Account.query({ client: trx })
    .where({ organizationId: speaker.organizationId, usernameKey: nameKey(typed.trim()) })
    .withScopes((scopes) => scopes.activeAt(now()))
    .first()
}

/**
 * Opens the account of a person that the organization does not know yet, and accepts the offer for it: both, or neither. Null if
 * somebody had decided before.
 */
export async function acceptByOpening(by: Account, offer: SubscriptionOffer, person: NewPerson) {
  return inTransaction(async (trx) => {
    await permit(by, 'offer.decide', offer, trx)
    const held = await SubscriptionOffer.query({ client: trx })
      .where('id', offer.id)
      .forUpdate()
      .firstOrFail()
    if (!held.isWaiting) return null
    const organization = await Organization.findOrFail(offer.askedOrganizationId, { client: trx })
    const opening = await openAccount(by, organization, person, trx)
    if ('problems' in opening) return opening
    await offer.accept(by, opening.account, trx)
    return opening
  })
}

/** Once a day: who is asked is reminded. False if that was done lately, or somebody has decided. */
export function remind(by: Account, offer: SubscriptionOffer, outer?: Trx) {
  return inTransaction(async (trx) => {
    await permit(by, 'offer.remind', offer, trx)
    const [changed] = await SubscriptionOffer.query({ client: trx })
      .where({ id: offer.id, status: 'pending' })
      .where((last) => last.whereNull('remindedAt').orWhere('remindedAt', '<=', now() - day))
      .update({ remindedAt: now() })
    if (Number(changed) !== 1) return false
    const details = { organization: offer.askedOrganization.name }
    await record('offer.reminded', { actor: by, subject: offer, details }, trx)
    await tellLiaisons(offer.askedOrganizationId, 'offer_reminder', { offerId: offer.id }, trx)
    return true
  }, outer)
}
