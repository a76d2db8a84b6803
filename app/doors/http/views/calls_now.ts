import type Account from '#app/accounts/account'
import { missingFor } from '#app/accounts/admission'
import type Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { answersFor } from '#app/support/escalation/answering'

/** Whom to call at this moment about an organization's programs, as far as who looks at the page may know of them. */
export async function callsNow(person: Account, organization: Organization) {
  const reader = (await missingFor(person)) ? undefined : person
  return answersFor(reader, organization, { severity: 'problem', at: now() })
}
