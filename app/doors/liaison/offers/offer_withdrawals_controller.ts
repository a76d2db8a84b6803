import { permit } from '#app/audit/decide'
import { backToOffer, decidedAlready } from '#app/doors/liaison/offers/offer_answers'
import { reasonValidator } from '#app/doors/liaison/subscriptions/terms_form'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import type { HttpContext } from '@adonisjs/core/http'

/** The offering side takes its offer back, and says why. */
export default class OfferWithdrawalsController {
  async create({ auth, params, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const offer = await SubscriptionOffer.findFor(account, params.offer_id)
    await permit(account, 'offer.withdraw', offer)
    return view.render('pages/liaison/offer_withdrawals/create', { offer })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, session } = ctx
    const account = auth.getUserOrFail()
    const offer = await SubscriptionOffer.findFor(account, params.offer_id)
    const { because } = await request.validateUsing(reasonValidator)
    if (!(await offer.withdraw(account, because))) return decidedAlready(ctx, offer)
    session.flash('done', 'Withdrawn. Nobody can accept it any more.')
    return backToOffer(ctx, offer)
  }
}
