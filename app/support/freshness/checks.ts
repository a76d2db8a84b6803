import {
  bareNumbers,
  internalHosts,
  plainHttp,
  publicAdministration,
} from '#app/support/freshness/checks/addresses'
import { neverVerified, oldDates, oldReview } from '#app/support/freshness/checks/dates'
import {
  emptyDesks,
  emptyDuties,
  emptyEnvironments,
  unreachablePeople,
} from '#app/support/freshness/checks/duties'
import { stagingIsProduction } from '#app/support/freshness/checks/environments'
import { lostReferences, silentLevels } from '#app/support/freshness/checks/escalation'
import type { Check, CheckContext, Finding } from '#app/support/freshness/checks/finding'
import {
  peopleWhoLeft,
  unknownAccounts,
  unreachableAddresses,
} from '#app/support/freshness/checks/people_left'
import {
  noAlternate,
  onlyOne,
  samePersonEverywhere,
} from '#app/support/freshness/checks/single_points'
import type { Entry } from '#app/support/records/entry'

/** Everything that is looked at, in the order in which equals are told. */
export const checks: Check[] = [
  emptyDuties,
  peopleWhoLeft,
  unreachableAddresses,
  unreachablePeople,
  emptyDesks,
  lostReferences,
  silentLevels,
  bareNumbers,
  internalHosts,
  publicAdministration,
  stagingIsProduction,
  samePersonEverywhere,
  oldReview,
  onlyOne,
  noAlternate,
  unknownAccounts,
  plainHttp,
  oldDates,
  emptyEnvironments,
  neverVerified,
]

/** What is wrong with a record, the worst first. */
export const findingsOf = (entries: Entry[], context: CheckContext): Finding[] =>
  checks.flatMap((check) => check(entries, context)).sort((one, other) => other.weight - one.weight)

/** How bad it is altogether. */
export const weightOf = (findings: Finding[]) =>
  findings.reduce((sum, { weight }) => sum + weight, 0)
