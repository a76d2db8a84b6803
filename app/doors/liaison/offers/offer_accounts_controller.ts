import { backToForm } from '#app/doors/liaison/back_to_form'
import { backToOffer, decidedAlready } from '#app/doors/liaison/offers/offer_answers'
import { personFrom, personValidator } from '#app/doors/liaison/offers/offer_account_validator'
import { acceptByOpening } from '#app/folders/offers/offer_answering'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import type { HttpContext } from '@adonisjs/core/http'

/** The account of somebody who was offered access before having one: opened, and the offer accepted, in one. */
export default class OfferAccountsController {
  async store(ctx: HttpContext) {
    const { auth, params, request, session } = ctx
    const account = auth.getUserOrFail()
    const offer = await SubscriptionOffer.findFor(account, params.offer_id)
    const person = personFrom(await request.validateUsing(personValidator))
    const opening = await acceptByOpening(account, offer, person)
    if (!opening) return decidedAlready(ctx, offer)
    if ('problems' in opening) return backToForm(ctx, named(opening.problems))
    const { actorName } = opening.account
    session.flash(
      'done',
      `Opened the account of ${actorName}, who can open the folder now. A mail with the way in is on its way.`
    )
    return backToOffer(ctx, offer)
  }
}

/** On the page of an offer, "username" asks for somebody who has an account already. */
const named = ({ username, ...rest }: Record<string, string[]>) => ({
  ...rest,
  ...(username && { new_username: username }),
})
