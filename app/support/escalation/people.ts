import Account from '#app/accounts/account'
import type { Instant } from '#app/shared/clock'
import type Absence from '#app/support/escalation/absence'
import { said, type Entry } from '#app/support/records/entry'
import type { EntryKind } from '#app/support/records/entry_kinds'

/** Entries that are people; a desk is never absent, it has hours. */
const peopleKinds: readonly EntryKind[] = ['owner', 'administrator', 'contact']

export const isPerson = (entry: Entry) => peopleKinds.includes(entry.kind)

/** Somebody named in a quick reference, with what makes two entries the same person: the e-mail, or the name where there is none. */
export interface Named {
  key: string
  name: string
  email: string | null
}

/** The people of some entries, each once, by name. */
export function peopleIn(entries: Entry[]): Named[] {
  const people = new Map<string, Named>()
  for (const entry of entries.filter(isPerson)) {
    const person = namedBy(entry)
    if (person.name && !people.has(person.key)) people.set(person.key, person)
  }
  return [...people.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

function namedBy(entry: Entry): Named {
  const [name, email] = [said(entry, 'name'), said(entry, 'email')]
  return { key: (email || name).normalize('NFC').toLowerCase(), name, email: email || null }
}

const isSame = (one: string | null, other: string | null) =>
  one?.normalize('NFC').toLowerCase() === other?.normalize('NFC').toLowerCase()

export const isAbout = (absence: Absence, { name, email }: Omit<Named, 'key'>) =>
  absence.email && email ? isSame(absence.email, email) : isSame(absence.name, name)

/** An entry cannot be reached for a while; without an end, because the person has left. */
export interface EntryAbsence {
  entryId: string
  from: Instant
  until: Instant | null
}

/** Which entries some absences are about. */
export const absencesAmong = (entries: Entry[], absences: Absence[]): EntryAbsence[] =>
  entries
    .filter(isPerson)
    .flatMap((entry) =>
      absences
        .filter((absence) => isAbout(absence, namedBy(entry)))
        .map(({ fromAt, untilAt }) => ({ entryId: entry.id, from: fromAt, until: untilAt }))
    )

/** Entries whose person had an account in the agency and has none any more, by user name or by e-mail. */
export async function departedAmong(
  organizationId: string,
  entries: Entry[]
): Promise<EntryAbsence[]> {
  const people = entries.filter(isPerson)
  const accounts = await accountsOf(organizationId, people)
  return people.flatMap((entry) => {
    const own = accounts.filter((account) => isOf(account, entry))
    const ends = own.map(endOf)
    return own.length && ends.every((end) => end !== null)
      ? [{ entryId: entry.id, from: Math.max(...(ends as Instant[])), until: null }]
      : []
  })
}

async function accountsOf(organizationId: string, people: Entry[]) {
  const usernames = people.map((entry) => said(entry, 'username')).filter(Boolean)
  const emails = people.map((entry) => said(entry, 'email').toLowerCase()).filter(Boolean)
  if (!usernames.length && !emails.length) return []
  const marks = emails.map(() => '?').join(', ')
  return Account.query()
    .where({ organizationId })
    .where((match) => {
      match.whereIn('username', usernames)
      if (emails.length) match.orWhereRaw(`lower(email) in (${marks})`, emails)
    })
    .select('id', 'username', 'email', 'deactivatedAt', 'endsAt')
}

/** A user name says it exactly; the e-mail is asked only where there is none. */
function isOf(account: Account, entry: Entry) {
  const username = said(entry, 'username')
  return username
    ? account.username === username
    : isSame(account.email, said(entry, 'email') || null)
}

function endOf({ deactivatedAt, endsAt }: Account): Instant | null {
  const ends = [deactivatedAt, endsAt].filter((at) => at !== null)
  return ends.length ? Math.min(...ends) : null
}
