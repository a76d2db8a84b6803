import { permit } from '#app/audit/decide'
import { backToOffer, decidedAlready } from '#app/doors/liaison/offers/offer_answers'
import { reasonValidator } from '#app/doors/liaison/subscriptions/terms_form'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import type { HttpContext } from '@adonisjs/core/http'

/** The asked side says no, and why. */
export default class OfferRefusalsController {
  async create({ auth, params, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const offer = await SubscriptionOffer.findFor(account, params.offer_id)
    await permit(account, 'offer.decide', offer)
    return view.render('pages/liaison/offer_refusals/create', { offer })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, session } = ctx
    const account = auth.getUserOrFail()
    const offer = await SubscriptionOffer.findFor(account, params.offer_id)
    const { because } = await request.validateUsing(reasonValidator)
    if (!(await offer.decline(account, because))) return decidedAlready(ctx, offer)
    session.flash(
      'done',
      `Declined. ${offer.offerer.fullName} of ${offer.organization.name} is told why.`
    )
    return backToOffer(ctx, offer)
  }
}
