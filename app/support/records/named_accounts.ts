import Account from '#app/accounts/account'
import type { Trx } from '#app/shared/transaction'
import { said, type Entry } from '#app/support/records/entry'

/** The accounts of an agency that entries of its records name, by user name. */
export async function accountsNamed(organizationId: string, entries: Entry[], trx?: Trx) {
  const usernames = [...new Set(entries.map((entry) => said(entry, 'username')))].filter(Boolean)
  if (!usernames.length) return new Map<string, string>()
  const accounts = await Account.query({ client: trx })
    .where({ organizationId })
    .whereIn('username', usernames)
    .select('id', 'username')
  return new Map(accounts.map(({ id, username }) => [username, id]))
}

/** A person of the agency is known by an account that there is. */
export async function usernameFault(organizationId: string, entry: Entry, trx?: Trx) {
  const username = said(entry, 'username')
  const known = await accountsNamed(organizationId, [entry], trx)
  if (!username || known.has(username)) return
  return {
    username: [
      `Your agency has no account with the user name “${username}”. Capitals count. Leave it empty if the person has none.`,
    ],
  }
}
