import type Account from '#app/accounts/account'
import { liaisonsIn } from '#app/accounts/liaisons/liaison_list'
import Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'

/**
 * Whether nobody else speaks for the organization: an agency must never be left without a liaison. In a transaction the
 * organization is held, so that of two who leave at the same time one stays. To hold the accounts is not enough: whoever loses
 * the role keeps the account as it is, and who waits for it would not look again.
 */
export async function isLastLiaison(account: Account, trx?: Trx) {
  if (trx) await Organization.locked(account.organizationId, trx)
  const active = await liaisonsIn([account.organizationId], trx)
  return active.length === 1 && active[0].id === account.id
}
