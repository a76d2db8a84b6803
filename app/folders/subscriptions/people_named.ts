import Account from '#app/accounts/account'
import { now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import type { Trx } from '#app/shared/transaction'

/** More than anybody looks over before sending the form. */
export const mostPeople = 100

/** A line of the form: how somebody signs in or is written to, and, if it says so, what they are called. */
export interface Named {
  /** As people count lines. */
  line: number
  named: string
  fullName: string | null
}

/** "otto@opm.gov Otto Orr", "Otto Orr <otto@opm.gov>", "Otto Orr, otto@opm.gov", or a user name alone. */
export function peopleIn(typed: string): Named[] {
  return typed
    .split(/\r\n|\r|\n/)
    .map((text, at) => ({ line: at + 1, text: text.normalize('NFC').trim() }))
    .filter(({ text }) => text)
    .map(({ line, text }) => ({ line, ...parted(text) }))
}

function parted(text: string) {
  const words = text.split(/[\s,;<>"]+/).filter(Boolean)
  const named = words.find((word) => word.includes('@')) ?? words[0] ?? text
  const fullName = words.filter((word) => word !== named).join(' ')
  return { named, fullName: fullName || null }
}

type Found = { account: Account } | { problem: string }

/** Who of the organization is meant by each line. */
export async function findOwn(people: Named[], organizationId: string, trx: Trx) {
  const keys = people.map(({ named }) => nameKey(named))
  const accounts = await Account.query({ client: trx })
    .where({ organizationId })
    .where((match) =>
      match
        .whereIn('usernameKey', keys)
        .orWhereRaw(`lower(email) in (${keys.map(() => '?').join(', ')})`, keys)
    )
  return people.map((person): [Named, Found] => [person, oneOf(accounts, person.named)])
}

function oneOf(accounts: Account[], named: string): Found {
  const key = nameKey(named)
  const byName = accounts.filter(({ usernameKey }) => usernameKey === key)
  const matches = byName.length
    ? byName
    : accounts.filter(({ email }) => email !== null && nameKey(email) === key)
  const active = matches.filter((account) => account.isActive(now()))
  if (active.length === 1) return { account: active[0] }
  if (active.length)
    return { problem: `several people have the address "${named}". Write the user name.` }
  if (matches.length) return { problem: `the account of ${matches[0].actorName} is not active.` }
  return { problem: `nobody of your organization has the user name or mail address "${named}".` }
}
