import { day, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { latestReviews } from '#app/support/freshness/verified'
import db from '@adonisjs/lucid/services/db'

/** How many days after its review a record is stale: the one place that knows. */
export const staleAfterDays = async (_trx?: Trx) => 90

/** How fresh a published record is. */
export interface Standing {
  reviewedAt: Instant | null
  reviewedBy: string | null
  /** Before any review, its age counts from when it was first published. */
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
      const standing = {
        reviewedAt: review?.at ?? null,
        reviewedBy: review?.by ?? null,
        staleAt: (review?.at ?? Number(row.first)) + staleAfter,
      }
      return [row.program_id, standing]
    })
  )
}
