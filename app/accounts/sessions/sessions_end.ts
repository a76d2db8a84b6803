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
    const [ended] = await AccountSession.query({ client: trx })
      .where('accountId', account.id)
      .withScopes((scopes) => scopes.live(now()))
      .update({ endedAt: now(), endedBy: by.id, endedBecause: 'ended' })
    const count = Number(ended)
    const details = { count }
    if (count) await record('account.sessions_ended', { actor: by, subject: account, details }, trx)
    return count
  }, outer)
}
