import { savedInWords } from '#app/doors/liaison/reviews/review_words'
import type AccessReview from '#app/folders/reviews/access_review'
import type { Decided } from '#app/folders/reviews/access_review_decisions'
import type { HttpContext } from '@adonisjs/core/http'

/** What was saved, and what was not with its reason. */
export function tellDecided({ session }: HttpContext, decided: Decided | null) {
  if (!decided) return session.flash('notice', 'This review is over: nothing was changed.')
  session.flash('done', savedInWords(decided))
  const refused = [...new Set(decided.refused)].filter(Boolean)
  if (refused.length) session.flash('problem', refused)
}

export const backToReview = ({ response }: HttpContext, { id }: AccessReview) =>
  response.redirect().toRoute('liaison.reviews.show', { id })
