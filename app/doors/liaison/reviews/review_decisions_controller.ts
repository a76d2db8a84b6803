import { decisionsValidator, chosen } from '#app/doors/liaison/reviews/review_validator'
import { backToReview, tellDecided } from '#app/doors/liaison/reviews/after_review'
import AccessReview from '#app/folders/reviews/access_review'
import { decideItems } from '#app/folders/reviews/access_review_decisions'
import type { HttpContext } from '@adonisjs/core/http'

/** What a liaison chose on one page of a review. */
export default class ReviewDecisionsController {
  async store(ctx: HttpContext) {
    const { auth, params, request, response } = ctx
    const liaison = auth.getUserOrFail()
    const review = await AccessReview.findFor(liaison, params.review_id)
    const { answers, toChange } = chosen(await request.validateUsing(decisionsValidator))
    const decided = await decideItems(liaison, review, answers)
    if (answers.length || !toChange.length || !decided) tellDecided(ctx, decided)
    if (!toChange.length || !decided) return backToReview(ctx, review)
    return response
      .redirect()
      .withQs({ items: toChange })
      .toRoute('liaison.reviews.changes.create', { review_id: review.id })
  }
}
