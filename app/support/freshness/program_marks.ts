import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { markOf, type Mark } from '#app/support/freshness/completeness'
import Program from '#app/support/records/program'
import QuickReference from '#app/support/records/quick_reference'
import { latestEditions } from '#app/support/records/reading'

/** How whole the records of the liaison's agency are, by program: of the draft, if there is one. An agency has some dozens. */
export async function marksOf(by: Account): Promise<Map<string, Mark>> {
  await permit(by, 'program.list', by.organization)
  const programs = await Program.query().where('organizationId', by.organizationId).select('id')
  const ids = programs.map(({ id }) => id)
  const published = await latestEditions(ids)
  const drafts = await QuickReference.query().whereIn('programId', ids).whereNull('publishedAt')
  const written = [...published.values(), ...drafts]
  return new Map(written.map(({ programId, entries }) => [programId, markOf(entries)]))
}
