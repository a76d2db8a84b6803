import { quickReferenceDays } from '#app/accounts/service_policy/service_policy'
import { day, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { latestReviews } from '#app/support/freshness/verified'
import db from '@adonisjs/lucid/services/db'

/** How many days after its review a record is stale: the one place that knows. */
export const staleAfterDays = (trx?: Trx) => quickReferenceDays.value(trx)

/** How fresh a published record is. */
export interface Standing {
  reviewedAt: Instant | null
  reviewedBy: string | null
  /** From when its age counts: the review or, before any, the first publication. */
  since: Instant
  staleAt: Instant
}

/** How fresh each of these programs' records is; those that were never published are left out. */
export async function standingsOf(programIds: string[], trx?: Trx) {
  const staleAfter = (await staleAfterDays(trx)) * day
  const reviews = await latestReviews(programIds, trx)
  const rows = await (trx ?? db)
    .from('quick_references')
    .whereIn('program_id', programIds)
    .whereNotNull('published_at')
    .groupBy('program_id')
    .select('program_id')
    .min('published_at as first')
  return new Map(
    rows.map((row): [string, Standing] => {
      const review = reviews.get(row.program_id)
      const [reviewedAt, reviewedBy] = [review?.at ?? null, review?.by ?? null]
      const since = reviewedAt ?? Number(row.first)
      return [row.program_id, { reviewedAt, reviewedBy, since, staleAt: since + staleAfter }]
    })
  )
}
