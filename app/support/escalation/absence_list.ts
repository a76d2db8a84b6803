import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { day, now, type Instant } from '#app/shared/clock'
import Absence from '#app/support/escalation/absence'

/** How long an absence that is over is still shown. */
export const pastDays = 90

/** More than an agency's people are away at once or plan to be; the rest is in the trail. */
const most = 200

/** Who is away now, who plans to be, and who was lately: each list with the next change first. */
export async function absencesOf(liaison: Account, asOf: Instant = now()) {
  await permit(liaison, 'absence.keep', liaison.organization)
  const rows = await Absence.query()
    .where('organizationId', liaison.organizationId)
    .where('untilAt', '>', asOf - pastDays * day)
    .preload('creator')
    .preload('canceller')
    .orderBy('untilAt')
    .orderBy('id')
    .limit(most)
  const standing = rows.filter((one) => !one.isCancelled && one.untilAt > asOf)
  return {
    present: standing.filter(({ fromAt }) => fromAt <= asOf),
    planned: standing.filter(({ fromAt }) => fromAt > asOf).sort((a, b) => a.fromAt - b.fromAt),
    past: rows.filter((one) => !standing.includes(one)).reverse(),
  }
}
