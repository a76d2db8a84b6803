import { hasDirectory } from '#app/accounts/signing_in/credential_sources'
import { usernameFor } from '#app/folders/requests/similar_accounts'
import { isOneAddress } from '#app/messages/tell'
import { levelWords } from '#app/folders/subscriptions/level_words'
import { offerFacts } from '#app/folders/offers/offer_facts'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import type { HttpContext } from '@adonisjs/core/http'

/** One offer, as each of its two sides may see it. */
export default class OffersController {
  async show({ auth, params, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const offer = await SubscriptionOffer.findFor(account, params.id)
    const isAddress = isOneAddress(offer.named)
    const facts = await offerFacts(account, offer)
    return view.render('pages/liaison/offers/show', {
      ...facts,
      words: levelWords,
      offersDirectory: facts.canDecide && (await hasDirectory(offer.askedOrganizationId)),
      typedEmail: isAddress ? offer.named : undefined,
      suggested: isAddress && facts.canDecide ? await suggestedFor(offer) : offer.named,
    })
  }
}

const suggestedFor = ({
  askedOrganizationId: organizationId,
  fullName,
  named,
}: SubscriptionOffer) => usernameFor({ organizationId, fullName: fullName ?? named })
