import Account from '#app/accounts/account'
import { accountDeactivated } from '#app/accounts/keeping/account_deactivated'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** Who can answer for outside people, by user name: somebody active of the organization who is not from outside. */
export async function sponsorNamed(organizationId: string, username: string, trx?: Trx) {
  const usernameKey = username.trim().normalize('NFC').toLowerCase()
  if (usernameKey.includes('\0')) return null
  return Account.query({ client: trx })
    .where({ organizationId, usernameKey })
    .withScopes((scopes) => scopes.activeAt(now()))
    .whereNull('sponsorId')
    .first()
}

/** The outside people for whom somebody answers. */
export const sponsoredBy = (sponsor: Account, trx?: Trx) =>
  Account.query({ client: trx })
    .where('sponsorId', sponsor.id)
    .withScopes((scopes) => scopes.activeAt(now()))
    .withScopes((scopes) => scopes.people())

/** Whoever speaks for the organization hears that somebody else must answer for its outside people. */
accountDeactivated.hear('sponsorship', async ({ account }, trx) => {
  if (!(await sponsoredBy(account, trx).first())) return
  const [speaker] = await speakersFor(account.organizationId, trx)
  if (speaker) await tell(speaker, 'sponsor_left', { sponsorId: account.id }, trx)
})

accountDeactivated.hear('person', async ({ account }, trx) => {
  if (account.email) await tell(account, 'account_deactivated', { accountId: account.id }, trx)
})
