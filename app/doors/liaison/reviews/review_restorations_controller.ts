import { restoreAccess } from '#app/folders/reviews/access_restoration'
import AccessReviewItem from '#app/folders/reviews/access_review_item'
import type { HttpContext } from '@adonisjs/core/http'

/** Gives back what a review suspended. */
export default class ReviewRestorationsController {
  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const item = await AccessReviewItem.findFor(liaison, params.item_id)
    const outcome = await restoreAccess(liaison, item)
    const { account, folder } = item.subscription
    if (outcome === 'restored') {
      session.flash('done', `${account.fullName} has access to ${folder.name} again.`)
    } else {
      session.flash('problem', `Not restored. ${outcome.sentence}`)
    }
    return response
      .redirect()
      .withQs({ shown: 'suspended' })
      .toRoute('liaison.reviews.show', { id: item.reviewId })
  }
}
