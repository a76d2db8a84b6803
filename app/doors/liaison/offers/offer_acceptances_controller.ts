import { backToForm } from '#app/doors/liaison/back_to_form'
import { backToOffer, decidedAlready } from '#app/doors/liaison/offers/offer_answers'
import { usernameValidator } from '#app/doors/liaison/subscriptions/terms_form'
import { ownPersonNamed } from '#app/folders/offers/offer_answering'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import type { HttpContext } from '@adonisjs/core/http'

/** The second key: whoever speaks for the person's organization says yes. */
export default class OfferAcceptancesController {
  async store(ctx: HttpContext) {
    const { auth, params, request, session } = ctx
    const account = auth.getUserOrFail()
    const offer = await SubscriptionOffer.findFor(account, params.offer_id)
    const { username } = await request.validateUsing(usernameValidator)
    const person = await ownPersonNamed(account, username)
    if (!person) {
      const sentence = `Nobody of your organization with an active account has the user name "${username}".`
      return backToForm(ctx, { username: [sentence] })
    }
    if (!(await offer.accept(account, person))) return decidedAlready(ctx, offer)
    session.flash('done', `${person.actorName} can open it now. Both sides are told.`)
    return backToOffer(ctx, offer)
  }
}
