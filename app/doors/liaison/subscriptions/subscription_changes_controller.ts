import { permit } from '#app/audit/decide'
import { backToForm } from '#app/doors/liaison/back_to_form'
import { changeValidator, dayField, termsFrom } from '#app/doors/liaison/subscriptions/terms_form'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { levelChoices } from '#app/folders/subscriptions/level_words'
import { hasNobodyToAsk } from '#app/folders/offers/sponsor'
import { changeSubscription } from '#app/folders/subscriptions/subscription_change'
import type { HttpContext } from '@adonisjs/core/http'

/** Other terms for somebody's access. */
export default class SubscriptionChangesController {
  async create({ auth, params, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const subscription = await FolderSubscription.findFor(account, params.subscription_id)
    await permit(account, 'subscription.change', subscription)
    const { organization } = subscription.account
    return view.render('pages/liaison/subscription_changes/create', {
      subscription,
      levels: levelChoices,
      endsOn: dayField(subscription.expiresAt),
      unattended: (await hasNobodyToAsk(organization)) ? [organization.name] : [],
    })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, response, session } = ctx
    const account = auth.getUserOrFail()
    const subscription = await FolderSubscription.findFor(account, params.subscription_id)
    const typed = await request.validateUsing(changeValidator)
    const terms = { ...termsFrom(typed), ...sameEnd(typed.ends_on, subscription) }
    const isSigned = Boolean(typed.is_signed_by_sponsor)
    const done = await changeSubscription(account, subscription, { terms, isSigned })
    if (typeof done === 'object' && 'problems' in done) return backToForm(ctx, done.problems!)

    const person = subscription.account.actorName
    if (done === 'gone') session.flash('notice', `The access of ${person} is over already.`)
    else if (done === 'unchanged') session.flash('notice', 'Nothing was different.')
    else if ('offered' in done) {
      session.flash(
        'done',
        `${subscription.account.organization.name} is asked for more. Until somebody accepts there, ${person} keeps what they have.`
      )
      return response.redirect().toRoute('liaison.offers.show', { id: done.offered!.id })
    } else {
      session.flash('done', `Changed for ${person}, from now on. A mail is on its way.`)
      return response.redirect().toRoute('liaison.subscriptions.show', { id: done.changed!.id })
    }
    return response.redirect().toRoute('liaison.subscriptions.show', { id: subscription.id })
  }
}

/** A day that was not touched means the very same instant, whatever hour that is. */
function sameEnd(typed: string | null | undefined, { expiresAt }: FolderSubscription) {
  return typed && typed === dayField(expiresAt) ? { expiresAt } : {}
}
