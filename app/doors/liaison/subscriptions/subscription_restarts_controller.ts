import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { restartSubscription } from '#app/folders/subscriptions/subscription_ending'
import type { HttpContext } from '@adonisjs/core/http'

/** `Undo`, after somebody's access was ended: it starts again with the same terms. */
export default class SubscriptionRestartsController {
  async store({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const ended = await FolderSubscription.findFor(account, params.subscription_id)
    const again = await restartSubscription(account, ended)
    const { actorName } = ended.account
    if (again) session.flash('done', `${actorName} can open it again.`)
    else
      session.flash(
        'notice',
        `Nothing was done: ${actorName} has access again, or cannot have it now.`
      )
    return response.redirect().toRoute('liaison.subscriptions.show', { id: (again ?? ended).id })
  }
}
