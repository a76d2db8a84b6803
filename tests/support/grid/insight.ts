import AccessReview from '#app/folders/reviews/access_review'
import AccessReviewItem from '#app/folders/reviews/access_review_item'
import type { Cast, Lines } from '#tests/support/grid/line'

const liaisonOnly = 'liaison.only'
const onlyLena = {
  ada: liaisonOnly,
  lena: 'yes',
  otto: liaisonOnly,
  olga: 'organization.unknown',
}
const speakers = { liaison: 'yes', organization_administrator: 'yes' }
const liaisons = { liaison: 'yes', organization_administrator: liaisonOnly }

const review = async ({ lena, dol }: Cast) => (await AccessReview.start(lena, dol))!

/** Ada's subscription in a review of DOL. */
async function item(cast: Cast) {
  const { id } = await review(cast)
  return AccessReviewItem.findByOrFail({ reviewId: id })
}

/** Who looks at what happened in DOL, at who has access, and decides about it. */
export const insight = {
  'access.list': { object: ({ dol }) => dol, answers: onlyLena, byRole: speakers },
  'activity.list': { object: ({ dol }) => dol, answers: onlyLena, byRole: speakers },
  'transfer.list': { object: ({ dol }) => dol, answers: onlyLena, byRole: liaisons },
  'access_review.list': { object: ({ dol }) => dol, answers: onlyLena, byRole: liaisons },
  'access_review.start': { object: ({ dol }) => dol, answers: onlyLena, byRole: liaisons },
  'access_review.show': { object: review, answers: onlyLena, byRole: liaisons },
  'access_review.decide': { object: item, answers: onlyLena, byRole: liaisons },
  'access_review.restore': { object: item, answers: onlyLena, byRole: liaisons },
} satisfies Lines
