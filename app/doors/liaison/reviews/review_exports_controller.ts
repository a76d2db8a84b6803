import { sendCsv } from '#app/doors/http/answers/send_csv'
import { reviewCells, reviewHeadings } from '#app/doors/liaison/reviews/review_words'
import { shownIn } from '#app/doors/liaison/reviews/reviews_controller'
import AccessReview from '#app/folders/reviews/access_review'
import { allItems } from '#app/folders/reviews/access_review_list'
import type { HttpContext } from '@adonisjs/core/http'

/** A review as a file: who decided what. */
export default class ReviewExportsController {
  async show(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const review = await AccessReview.findFor(liaison, ctx.params.review_id)
    const items = allItems(liaison, review, shownIn(ctx.request.qs(), review))
    async function* rows() {
      for await (const batch of items) yield batch.map(reviewCells)
    }
    return sendCsv(ctx, 'Access review', reviewHeadings, rows())
  }
}
