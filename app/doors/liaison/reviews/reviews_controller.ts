import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { levelWords } from '#app/folders/subscriptions/level_words'
import { decisionOf } from '#app/doors/liaison/reviews/review_words'
import { isLastLiaison } from '#app/accounts/liaisons/last_liaison'
import AccessReview from '#app/folders/reviews/access_review'
import {
  listItems,
  listReviews,
  shownItems,
  type Shown,
} from '#app/folders/reviews/access_review_list'
import type { HttpContext } from '@adonisjs/core/http'

/** An agency looks through who has access to its folders. */
export default class ReviewsController {
  async index({ auth, request, view }: HttpContext) {
    const reviews = await listReviews(auth.getUserOrFail(), placeFrom(request.qs()))
    const isOpen = reviews.rows.some(({ review }) => review.isOpen)
    return view.render('pages/liaison/reviews/index', {
      reviews: reviews.rows,
      isOpen,
      pages: pagesOf(reviews),
    })
  }

  async store({ auth, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const review = await AccessReview.start(liaison, liaison.organization)
    if (review) return response.redirect().toRoute('liaison.reviews.show', { id: review.id })
    session.flash('notice', 'A review is open already, or nobody has access to your folders yet.')
    return response.redirect().toRoute('liaison.reviews.index')
  }

  async show({ auth, params, request, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const review = await AccessReview.findFor(liaison, params.id)
    const isAlone = await isLastLiaison(liaison)
    const shown = shownIn(request.qs(), review)
    const items = await listItems(liaison, review, shown, placeFrom(request.qs()))
    return view.render('pages/liaison/reviews/show', {
      review,
      shown,
      rows: items.rows.map((row) => ({
        ...row,
        outcome: decisionOf(row),
        isLocked: row.isOwn && !isAlone,
      })),
      pages: pagesOf(items, { shown }),
      levelWords,
    })
  }
}

/** What is open, while the review is; afterwards all. */
export const shownIn = ({ shown }: Record<string, unknown>, review: AccessReview): Shown =>
  shownItems.find((each) => each === shown) ?? (review.isOpen ? 'open' : 'all')
