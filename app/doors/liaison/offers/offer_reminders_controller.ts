import { backToOffer } from '#app/doors/liaison/offers/offer_answers'
import { remind } from '#app/folders/offers/offer_answering'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import type { HttpContext } from '@adonisjs/core/http'

/** `Remind now`: who is asked hears of it once more. */
export default class OfferRemindersController {
  async store(ctx: HttpContext) {
    const { auth, params, session } = ctx
    const account = auth.getUserOrFail()
    const offer = await SubscriptionOffer.findFor(account, params.offer_id)
    if (await remind(account, offer)) {
      session.flash('done', `${offer.askedOrganization.name} is reminded.`)
    } else {
      session.flash(
        'notice',
        'Nothing was done: a reminder went out within the last day, or it is decided.'
      )
    }
    return backToOffer(ctx, offer)
  }
}
