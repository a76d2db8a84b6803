import Account from '#app/accounts/account'
import { failedAddresses } from '#app/messages/failed_addresses'
import { day, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import type { CheckContext } from '#app/support/freshness/checks/finding'
import { emailKey } from '#app/support/freshness/people'
import { standingsOf } from '#app/support/freshness/staleness'
import { verifiedEntries, type Told } from '#app/support/freshness/verified'
import { said, type Entry } from '#app/support/records/entry'

export interface Checked extends Told {
  organizationId: string
}

/** What the checks need to know of these records, in a few queries for all of them. */
export async function contextsFor(records: Checked[], asOf: Instant, trx?: Trx) {
  const entries = records.flatMap((record) => record.entries)
  const ids = records.map(({ programId }) => programId)
  const standings = await standingsOf(ids, trx)
  const verified = await verifiedEntries(records, trx)
  const accounts = await accountsNamed(entries, trx)
  const shared = {
    asOf,
    oldBefore: asOf - 365 * day,
    emails: await emailsOf(entries, asOf, trx),
    failed: await failedAddresses(saidIn(entries, 'email'), trx),
  }
  return new Map(
    records.map(({ programId, organizationId }): [string, CheckContext] => {
      const own = accounts.filter((account) => account.organizationId === organizationId)
      const usernames = new Map(own.map((one) => [one.username, one.isActive(asOf)]))
      const standing = standings.get(programId)
      return [programId, { ...shared, usernames, standing, verified: verified.get(programId)! }]
    })
  )
}

const saidIn = (entries: Entry[], field: 'username' | 'email') => [
  ...new Set(entries.map((entry) => said(entry, field)).filter(Boolean)),
]

async function accountsNamed(entries: Entry[], trx?: Trx) {
  const usernames = saidIn(entries, 'username')
  return usernames.length ? Account.query({ client: trx }).whereIn('username', usernames) : []
}

/** An address that several accounts have is somebody's as long as one of them is active. */
async function emailsOf(entries: Entry[], asOf: Instant, trx?: Trx) {
  const keys = [...new Set(saidIn(entries, 'email').map((email) => emailKey(email)!))]
  const emails = new Map<string, boolean>()
  if (!keys.length) return emails
  const accounts = await Account.query({ client: trx }).whereRaw(
    `lower(email) in (${keys.map(() => '?').join(', ')})`,
    keys
  )
  for (const account of accounts) {
    const key = emailKey(account.email)!
    emails.set(key, Boolean(emails.get(key)) || account.isActive(asOf))
  }
  return emails
}
