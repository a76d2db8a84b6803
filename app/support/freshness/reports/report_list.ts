import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { isBackward, pageSize, slice, type Place } from '#app/shared/place'
import EntryReport from '#app/support/freshness/reports/entry_report'
import type Program from '#app/support/records/program'

export const reportStates = ['open', 'settled'] as const
type ReportState = (typeof reportStates)[number]

/** What was reported about a program, the latest first: what waits, or what is settled. */
export async function listReports(
  by: Account,
  program: Program,
  { state, place }: { state: ReportState; place: Place }
) {
  await permit(by, 'program.keep', program)
  const backward = isBackward(place)
  const query = EntryReport.query()
    .where('programId', program.id)
    .orderBy('id', backward ? 'asc' : 'desc')
    .limit(pageSize + 1)
    .preload('account')
    .preload('settler')
  if (state === 'open') query.whereNull('settledAt')
  else query.whereNotNull('settledAt')
  const key = place.after ?? place.before
  if (key) query.where('id', backward ? '>' : '<', key)
  return slice(await query, place, ({ id }) => id)
}
