import { theService } from '#app/audit/actor'
import { record } from '#app/audit/record'
import AccessReview from '#app/folders/reviews/access_review'
import AccessReviewItem from '#app/folders/reviews/access_review_item'
import { tellOfAccess, tellOfReview } from '#app/folders/reviews/access_review_notices'
import Organization from '#app/organizations/organization'
import { day, now, type Instant } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'
import service from '#config/service'
import { DateTime } from 'luxon'

/** A service that was down on the first day of a quarter catches up; later than that nobody is surprised by a review. */
const begunWithinDays = 7
const atOnce = 100

/** "2027-Q1", if the quarter has just begun. */
export function quarterBegunAt(asOf: Instant) {
  const today = DateTime.fromMillis(asOf, { zone: service.timeZone })
  const sinceDays = today.diff(today.startOf('quarter'), 'days').days
  return sinceDays < begunWithinDays ? `${today.year}-Q${today.quarter}` : null
}

/** Once in each quarter every agency with subscriptions reviews them. Answers how many reviews began. */
export async function startQuarterlyReviews(asOf: Instant, signal?: AbortSignal) {
  const quarter = quarterBegunAt(asOf)
  if (!quarter) return 0
  const agencies = await Organization.query()
    .where('kind', 'agency')
    .whereNull('suspendedAt')
    .whereNotIn('id', AccessReview.query().where({ quarter }).select('organizationId'))
    .orderBy('id')
  let started = 0
  for (const agency of agencies) {
    if (signal?.aborted) break
    if (await startOne(agency, quarter)) started++
  }
  return started
}

const startOne = (agency: Organization, quarter: string) =>
  inTransaction(async (trx) => {
    const review = await AccessReview.start(theService, agency, quarter, trx)
    if (review) await tellOfReview('access_review_started', review, trx)
    return review
  })

const notices = [
  { days: 7, column: 'noticedWeekAt' },
  { days: 1, column: 'noticedDayAt' },
] as const

/** A week and a day before the end the liaisons are told once each. */
export async function remindOfReviews(asOf: Instant) {
  let told = 0
  for (const { days, column } of notices) {
    const due = await AccessReview.query()
      .withScopes((scopes) => scopes.open())
      .whereNull(column)
      .whereBetween('dueAt', [asOf + 1, asOf + days * day])
      .orderBy('id')
    for (const review of due) if (await remind(review, column)) told++
  }
  return told
}

function remind(review: AccessReview, column: (typeof notices)[number]['column']) {
  return inTransaction(async (trx) => {
    const [changed] = await AccessReview.query({ client: trx })
      .where('id', review.id)
      .withScopes((scopes) => scopes.open())
      .whereNull(column)
      .update({ [column]: now() })
    if (Number(changed) !== 1) return false
    await tellOfReview('access_review_due', review, trx)
    return true
  })
}

/** What nobody confirmed in time is suspended. Answers how many lost their access. */
export async function closeDueReviews(asOf: Instant, signal?: AbortSignal) {
  const due = await AccessReview.query()
    .withScopes((scopes) => scopes.open())
    .where('dueAt', '<=', asOf)
    .orderBy('id')
  let suspended = 0
  for (const review of due) {
    while (!signal?.aborted) {
      const some = await suspendSome(review)
      suspended += some.suspended
      if (some.isLast) break
    }
  }
  return suspended
}

/** Some at a time, so that nobody waits for long. */
function suspendSome(review: AccessReview) {
  return inTransaction(async (trx) => {
    if (!(await review.hold(trx))) return { suspended: 0, isLast: true }
    const items = await AccessReviewItem.query({ client: trx })
      .where('reviewId', review.id)
      .whereNull('decision')
      .preload('subscription', (row) => row.preload('folder').preload('account'))
      .orderBy('position')
      .limit(atOnce)
    let suspended = 0
    for (const item of items) {
      const isLive = item.subscription.isLive(now())
      await item.settle(isLive ? 'suspended' : 'skipped', theService, trx)
      if (!isLive) continue
      const { folder, account } = item.subscription
      await item.subscription.close(theService, 'not_reviewed', trx)
      const details = { account: account.actorName, accountId: account.id, reviewId: review.id }
      await record('access_review.suspended', { actor: theService, subject: folder, details }, trx)
      await tellOfAccess('access_suspended', item, trx)
      suspended++
    }
    await review.count(items.length, theService, trx)
    return { suspended, isLast: items.length < atOnce }
  })
}
