import Account from '#app/accounts/account'
import { levelWords } from '#app/folders/subscriptions/level_words'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { mail, type Payload } from '#app/messages/mail'
import type { Trx } from '#app/shared/transaction'

interface ToOfferer extends Payload {
  offerId: string
}

interface ToAsked extends ToOfferer {
  accountId: string
}

interface SeveralToAsked extends Payload {
  offerIds: string[]
  accountId: string
}

const withBothSides = (trx: Trx) =>
  SubscriptionOffer.query({ client: trx })
    .preload('folder')
    .preload('organization')
    .preload('askedOrganization')
    .preload('offerer')
    .preload('account')
    .orderBy('id')

const words = levelWords

/** Several people of one form come in one mail; what was decided meanwhile is left out. */
mail<SeveralToAsked>('offers_made', async ({ offerIds, accountId }, trx) => {
  const offers = await withBothSides(trx)
    .withScopes((scopes) => scopes.waiting())
    .whereIn('id', offerIds)
  if (!offers.length) return null
  const reader = await Account.findOrFail(accountId, { client: trx })
  const [{ organization }] = offers
  const subject = `${organization.name} offers access to ${inCount(offers.length)}`
  return { subject, view: 'mails/folders/offers_made', data: { reader, offers, words } }
})

mail<ToAsked>('offer_reminder', async ({ offerId, accountId }, trx) => {
  const offer = await withBothSides(trx).where('id', offerId).firstOrFail()
  if (!offer.isWaiting) return null
  const reader = await Account.findOrFail(accountId, { client: trx })
  const subject = `Still waiting: ${offer.organization.name} offers access`
  return { subject, view: 'mails/folders/offer_reminder', data: { reader, offer, words } }
})

const answers: Record<string, (offer: SubscriptionOffer) => string> = {
  offer_accepted: ({ account }) => `${account.actorName} can open it now`,
  offer_declined: ({ askedOrganization }) => `${askedOrganization.name} declined your offer`,
  offer_lapsed: () => 'Your offer lapsed',
  offer_passed_on: ({ askedOrganization }) =>
    `Your offer was passed on at ${askedOrganization.name}`,
}

/** To the liaison who made the offer. Of the person they hear only once it is accepted. */
for (const [kind, subjectOf] of Object.entries(answers)) {
  mail<ToOfferer>(kind, async ({ offerId }, trx) => {
    const offer = await withBothSides(trx).where('id', offerId).firstOrFail()
    if (kind === 'offer_passed_on' && !offer.isWaiting) return null
    const data = { offer, offerer: offer.offerer, words }
    return { subject: subjectOf(offer), view: `mails/folders/${kind}`, data }
  })
}

const inCount = (count: number) => (count === 1 ? 'one of your people' : `${count} of your people`)
