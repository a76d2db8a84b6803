import Account from '#app/accounts/account'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { inTransaction } from '#app/shared/transaction'

/** The person on the phone, of whatever organization. Throws E_ROW_NOT_FOUND. */
export async function callerFor(by: Account, id: string) {
  const account = await Account.query()
    .where({ id })
    .preload('organization')
    .preload('grants')
    .firstOrFail()
  await permit(by, 'account.assist', account)
  return account
}

/** That somebody's account was opened is on record, where the person's liaison sees it: once an hour, so that a call is one line. */
export function noteLookUp(by: Account, account: Account) {
  return inTransaction(async (trx) => {
    if (await Throttle.take(`look-up:${by.id}:${account.id}`, brakes.hourly, trx)) return
    await record('account.looked_up', { actor: by, subject: account }, trx)
  })
}
