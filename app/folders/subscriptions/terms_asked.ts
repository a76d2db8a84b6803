import type { Problems } from '#app/accounts/passwords/new_password'
import type { SubscriptionTerms } from '#app/folders/subscriptions/folder_subscription'
import { longestSponsored } from '#app/folders/offers/sponsor'
import { now } from '#app/shared/clock'

export type AskedTerms = Required<SubscriptionTerms>

/** What must be mended before anybody gets access on these terms: field by field, in sentences that say how. */
export function faultsIn({ purpose, shownAs, expiresAt }: AskedTerms, isAcross: boolean) {
  const faults: Problems = {}
  if (isAcross && !purpose) {
    faults.purpose = ['Say what the access is for: the other organization decides by it.']
  }
  if (expiresAt !== null && expiresAt <= now()) {
    faults.ends_on = ['Choose an end date that lies ahead, or none.']
  }
  if (shownAs && /[/\\]/.test(shownAs)) {
    faults.shown_as = ['Leave out slashes: it is one name, not a path.']
  }
  return faults
}

/** The same for whoever signs for a partner's person. */
export function sponsorFaultsIn({ purpose, expiresAt }: AskedTerms) {
  const faults: Problems = {}
  if (!purpose) faults.purpose = ['Say what the access is for: you answer for it.']
  if (expiresAt === null || expiresAt > now() + longestSponsored) {
    faults.ends_on = ['Say until when, at most one year ahead: you answer for this person.']
  }
  return faults
}

export const isSame = (a: AskedTerms, b: AskedTerms) =>
  (['level', 'shownAs', 'purpose', 'agreementNumber', 'expiresAt'] as const).every(
    (term) => (a[term] ?? null) === (b[term] ?? null)
  )
