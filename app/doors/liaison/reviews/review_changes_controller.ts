import { endOf } from '#app/doors/http/forms/last_day'
import { levelChoices } from '#app/folders/subscriptions/level_words'
import { backToReview, tellDecided } from '#app/doors/liaison/reviews/after_review'
import { changed, changesValidator } from '#app/doors/liaison/reviews/review_validator'
import { dayWritten } from '#app/doors/http/forms/moment'
import AccessReview from '#app/folders/reviews/access_review'
import { decideItems } from '#app/folders/reviews/access_review_decisions'
import { itemsNamed } from '#app/folders/reviews/access_review_list'
import { isId, pageSize } from '#app/shared/place'
import { now } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

/** New levels and end dates for what a liaison wants to change. */
export default class ReviewChangesController {
  async create({ auth, params, request, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const review = await AccessReview.findFor(liaison, params.review_id)
    const ids = [request.qs().items ?? []].flat().filter(isId).slice(0, pageSize)
    const rows = await itemsNamed(liaison, review, ids)
    return view.render('pages/liaison/reviews/changes', {
      review,
      rows: rows.map((row) => ({ ...row, ends: row.until && dayWritten(row.until) })),
      levels: levelChoices,
    })
  }

  async store(ctx: HttpContext) {
    const { auth, params, request, response, session } = ctx
    const liaison = auth.getUserOrFail()
    const review = await AccessReview.findFor(liaison, params.review_id)
    const form = await request.validateUsing(changesValidator)
    const past = Object.entries(form.ends ?? {}).filter(([, day]) => day && endOf(day) <= now())
    if (past.length) {
      const problems = past.map(([id]) => [`ends[${id}]`, ['Choose an end date that lies ahead.']])
      session.flashAll()
      session.flash('inputErrorsBag', Object.fromEntries(problems))
      return response
        .redirect()
        .withQs({ items: form.items })
        .toRoute('liaison.reviews.changes.create', { review_id: review.id })
    }
    tellDecided(ctx, await decideItems(liaison, review, changed(form)))
    return backToReview(ctx, review)
  }
}
