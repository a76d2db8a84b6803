import type Account from '#app/accounts/account'
import Throttle from '#app/accounts/signing_in/throttle'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Lets somebody try to sign in again at once, on every device. False if nothing was counted against the account. */
export function unlock(by: Account, account: Account, outer?: Trx) {
  return inTransaction(async (trx) => {
    await permit(by, 'account.unlock', account, trx)
    if (!(await unlockNow(account, trx))) return false
    await record('account.unlocked', { actor: by, subject: account }, trx)
    return true
  }, outer)
}

/** The same, when whoever calls has asked whether it may be, and records it. */
export const unlockNow = ({ id }: Account, trx: Trx) => Throttle.releaseAll(id, trx)
