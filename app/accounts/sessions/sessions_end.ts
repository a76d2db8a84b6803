import type Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Signs somebody out wherever they are signed in. Returns in how many places that was. */
export function endSessionsOf(by: Account, account: Account, outer?: Trx) {
  return inTransaction(async (trx) => {
    await permit(by, 'account.end_sessions', account, trx)
    const count = await endLive(by, account, trx)
    const details = { count }
    if (count) await record('account.sessions_ended', { actor: by, subject: account, details }, trx)
    return count
  }, outer)
}

/** The same, when whoever calls has asked whether it may be, and records it. */
export async function endLive(by: Account, account: Account, trx: Trx) {
  const [ended] = await AccountSession.query({ client: trx })
    .where('accountId', account.id)
    .withScopes((scopes) => scopes.live(now()))
    .update({ endedAt: now(), endedBy: by.id, endedBecause: 'ended' })
  return Number(ended)
}
