import type Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import type { Trx } from '#app/shared/transaction'

/**
 * A liaison stays until somebody takes the role away: an end date would come one night and might leave the agency without
 * anybody who speaks for it.
 */
export async function isLiaison({ id }: Account, trx: Trx) {
  const grant = AccountRole.query({ client: trx }).where({ accountId: id, role: 'liaison' })
  return (await grant.first()) !== null
}

export const noEnd = (name: string) =>
  `${name} is a liaison, whose account has no end date. An operator dismisses the liaison first, or somebody chooses “She has left”.`

export const noSponsor = (name: string) =>
  `${name} is a liaison, and no outside person. An operator dismisses the liaison first.`

/** Why somebody cannot become a liaison, or null if nothing stands in the way. */
export function whyNoLiaison({ fullName, sponsorId, endsAt }: Account) {
  if (sponsorId !== null) {
    return `${fullName} is an outside person with a sponsor. A liaison works for the agency itself.`
  }
  if (endsAt === null) return null
  return `The account of ${fullName} has an end date, and a liaison’s has none. Take the date away first, or choose somebody else.`
}
