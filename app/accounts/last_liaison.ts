import Account from '#app/accounts/account'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/**
 * Whether nobody else speaks for the organization: an agency must never be left without a liaison. In a transaction the other
 * liaisons are held, so that of two who leave at the same time one stays.
 */
export async function isLastLiaison(account: Account, trx?: Trx) {
  const liaisons = Account.query({ client: trx })
    .where('organizationId', account.organizationId)
    .withScopes((scopes) => scopes.activeAt(now()))
    .whereHas('grants', (grants) => grants.where('role', 'liaison'))
    .orderBy('id')
    .select('id')
  const active = await (trx ? liaisons.forUpdate() : liaisons)
  return active.length === 1 && active[0].id === account.id
}
