import Account from '#app/accounts/account'
import type { Details } from '#app/accounts/keeping/account_edit'
import type { Problems } from '#app/accounts/passwords/new_password'
import { dayOf } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import service from '#config/service'

/** The details of an account as a form shows them. */
export const shownFields = ['full_name', 'email', 'phone', 'title', 'ends_on', 'sponsor'] as const
export type Shown = Record<(typeof shownFields)[number], string>

const words: Shown = {
  full_name: 'full name',
  email: 'mail address',
  phone: 'phone',
  title: 'title',
  ends_on: 'end date',
  sponsor: 'sponsor',
}

export async function shownOf(account: Account, trx?: Trx): Promise<Shown> {
  const { sponsorId } = account
  const sponsor = sponsorId === null ? null : await Account.find(sponsorId, { client: trx })
  return inWords({ ...account.$attributes, sponsor: sponsor?.username ?? null } as Details)
}

const inWords = ({ fullName, email, phone, title, endsAt, sponsor }: Details): Shown => ({
  full_name: fullName,
  email: email ?? '',
  phone: phone ?? '',
  title: title ?? '',
  ends_on: endsAt ? dayOf(endsAt, service.timeZone) : '',
  sponsor: sponsor ?? '',
})

/** What somebody else changed since the form was shown. */
export interface Meanwhile {
  /** Changed by both: what stands there now is named beside the field. */
  problems: Problems
  /** Changed by the other one only: it stays. */
  kept: Partial<Shown>
  keptInWords: string[]
  now: Shown
}

/** Of two who edit at the same time none overwrites the other unknowingly. */
export function changedMeanwhile(asked: Details, seen: Partial<Shown>, now: Shown): Meanwhile {
  const typed = inWords(asked)
  const problems: Problems = {}
  const kept: Partial<Shown> = {}
  for (const field of shownFields) {
    const isAsked = field !== 'ends_on' || asked.endsAt !== undefined
    if (!isAsked || [undefined, now[field]].includes(seen[field])) continue
    if (typed[field] === now[field]) continue
    if (typed[field] === seen[field]) kept[field] = now[field]
    else problems[field] = [replaced(now[field])]
  }
  const keptInWords = shownFields.filter((field) => field in kept).map((field) => words[field])
  return { problems, kept, keptInWords, now }
}

const replaced = (present: string) =>
  `Somebody ${present ? `changed this to “${present}”` : 'emptied this'} after you opened the page. Save again to put yours in its place.`

/** What is stored then: the other one's, where nothing was typed. */
export function withKept(asked: Details, account: Account, { kept, now }: Meanwhile): Details {
  return {
    fullName: 'full_name' in kept ? account.fullName : asked.fullName,
    email: 'email' in kept ? now.email : asked.email,
    phone: 'phone' in kept ? account.phone : asked.phone,
    title: 'title' in kept ? account.title : asked.title,
    endsAt: 'ends_on' in kept ? account.endsAt : asked.endsAt,
    sponsor: 'sponsor' in kept ? now.sponsor || null : asked.sponsor,
  }
}
