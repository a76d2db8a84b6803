import type SubscriptionOffer from '#app/folders/offers/subscription_offer'
import type { HttpContext } from '@adonisjs/core/http'

export const backToOffer = ({ response }: HttpContext, { id }: SubscriptionOffer) =>
  response.redirect().toRoute('liaison.offers.show', { id })

/** Somebody was quicker, or the button was pressed twice. */
export function decidedAlready(ctx: HttpContext, offer: SubscriptionOffer) {
  ctx.session.flash('notice', 'Nothing was done: this offer was decided before.')
  return backToOffer(ctx, offer)
}
