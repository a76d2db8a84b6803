import { permit } from '#app/audit/decide'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { levelWords } from '#app/folders/subscriptions/level_words'
import { canBeRestarted, endSubscription } from '#app/folders/subscriptions/subscription_ending'
import { subscriptionFacts } from '#app/folders/subscriptions/subscription_facts'
import type { HttpContext } from '@adonisjs/core/http'

/** The end of somebody's access, by either side, after a look at what it means. */
export default class SubscriptionEndingsController {
  async create({ auth, params, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const subscription = await FolderSubscription.findFor(account, params.subscription_id)
    await permit(account, 'subscription.end', subscription)
    const facts = await subscriptionFacts(account, subscription)
    return view.render('pages/liaison/subscription_endings/create', { ...facts, words: levelWords })
  }

  async store({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const subscription = await FolderSubscription.findFor(account, params.subscription_id)
    const isEnded = await endSubscription(account, subscription)
    const { actorName } = subscription.account
    if (!isEnded) session.flash('notice', `The access of ${actorName} was over already.`)
    else if (canBeRestarted(subscription)) {
      session.flash('ended', { id: subscription.id, person: actorName })
    } else session.flash('done', `Ended the access of ${actorName}. Both sides are told.`)
    return response.redirect().toRoute('liaison.subscriptions.show', { id: subscription.id })
  }
}
