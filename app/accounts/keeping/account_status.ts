import { day, type Instant } from '#app/shared/clock'

/** From when on somebody who does not come is named, and how soon an end is. */
export const inactiveAfter = 90 * day
export const soon = 30 * day

/** What is known of an account that bears on how it stands. */
export interface Standing {
  isLocal: boolean
  mustChangePassword: boolean
  /** Nobody has chosen a password yet: the mailed link waits. */
  awaitsActivation: boolean
  passwordExpiresAt: Instant | null
  deactivatedAt: Instant | null
  endsAt: Instant | null
  lastSignedInAt: Instant | null
  createdAt: Instant
  lockedUntil: Instant | null
  sponsorId: string | null
  hasSponsor: boolean
}

/** One thing to know about how an account stands: a word for a list, a sentence for its page, and the instant that the sentence ends with. */
export interface Status {
  word: string
  sentence: string
  at?: Instant | null
}

/** How an account stands, the weightiest first: whether it can be used at all, then what keeps the person out, then what to look after. */
export function statusesOf(account: Standing, asOf: Instant): Status[] {
  if (account.deactivatedAt !== null || isOver(account.endsAt, asOf)) return [ended(account, asOf)]
  return [
    { word: 'Active', sentence: 'The person can use the service.' },
    ...hindrances(account, asOf),
    ...cares(account, asOf),
  ]
}

const isOver = (at: Instant | null, asOf: Instant) => at !== null && at <= asOf

function ended({ deactivatedAt, endsAt }: Standing, asOf: Instant): Status {
  return isOver(endsAt, asOf)
    ? { word: 'Ended', sentence: 'The account’s end date came.', at: endsAt }
    : { word: 'Deactivated', sentence: 'Nobody can use the account since', at: deactivatedAt }
}

function* hindrances(account: Standing, asOf: Instant): Generator<Status> {
  const { lockedUntil, isLocal, mustChangePassword, passwordExpiresAt, awaitsActivation } = account
  if (lockedUntil) {
    const sentence = 'Sign-in failed too often and has to wait until'
    yield { word: 'Locked', sentence, at: lockedUntil }
  }
  if (!isLocal) return
  if (awaitsActivation) {
    const sentence = 'The person has not yet opened the mailed link and chosen a password.'
    yield { word: 'Waiting for activation', sentence }
    return
  }
  if (isOver(passwordExpiresAt, asOf)) {
    const sentence = 'Nobody used the first password in time; reset it. It was good until'
    yield { word: 'First password is over', sentence, at: passwordExpiresAt }
  } else if (mustChangePassword) {
    const sentence = passwordExpiresAt
      ? 'The first password is changed at the next sign-in. It is good until'
      : 'The password is changed at the next sign-in.'
    yield { word: 'Must change password', sentence, at: passwordExpiresAt }
  }
}

function* cares(account: Standing, asOf: Instant): Generator<Status> {
  const { lastSignedInAt, createdAt, endsAt, sponsorId, hasSponsor } = account
  if (lastSignedInAt === null) {
    yield { word: 'Never signed in', sentence: 'The account was opened', at: createdAt }
  }
  if ((lastSignedInAt ?? createdAt) <= asOf - inactiveAfter) {
    yield { word: 'Inactive for 90 days', sentence: 'Nobody has come for 90 days or longer.' }
  }
  if (endsAt !== null && endsAt <= asOf + soon) {
    yield { word: 'Ends soon', sentence: 'The account ends', at: endsAt }
  }
  if (sponsorId) {
    yield { word: 'Outside partner', sentence: 'The person does not work for the organization.' }
  }
  if (sponsorId && !hasSponsor) {
    yield { word: 'Needs a sponsor', sentence: 'Nobody answers for the person any more.' }
  }
}
