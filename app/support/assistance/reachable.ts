import type Account from '#app/accounts/account'
import { now, type Instant } from '#app/shared/clock'
import Absence from '#app/support/escalation/absence'
import { isAbout } from '#app/support/escalation/people'

/** Somebody with an account, and until when they cannot be reached, if so. */
export interface Reachable {
  account: Account
  awayUntil: Instant | null
}

/** The people of one organization as they can be reached at this moment: who is absent comes last. */
export async function reachableNow(organizationId: string, accounts: Account[]) {
  const at = now()
  const absences = await Absence.around(organizationId, at, at + 1)
  const people = accounts.map((account): Reachable => {
    const named = { name: account.fullName, email: account.email }
    const ends = absences.filter((one) => isAbout(one, named)).map(({ untilAt }) => untilAt)
    return { account, awayUntil: ends.length ? Math.max(...ends) : null }
  })
  return people.toSorted((a, b) => Number(a.awayUntil !== null) - Number(b.awayUntil !== null))
}
