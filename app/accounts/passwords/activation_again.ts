import Account from '#app/accounts/account'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import Throttle, { brakes, tooOften } from '#app/accounts/signing_in/throttle'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Mails somebody a new link to the first password, as long as there is none. Says why not, if so. */
export function sendActivation(by: Account, account: Account, outer?: Trx) {
  return inTransaction(async (trx): Promise<{ refused?: string }> => {
    await permit(by, 'account.send_activation', account, trx)
    const refused = await promiseActivation(account, trx)
    if (refused) return { refused }
    await record('account.activation_sent', { actor: by, subject: account }, trx)
    return {}
  }, outer)
}

/** The same, when whoever calls has asked whether it may be, and records it. Answers why not; null if the mail is on its way. */
export async function promiseActivation({ id }: Account, trx: Trx) {
  const account = await Account.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
  const refused = whyNot(account)
  if (refused) return refused
  const closedUntil = await Throttle.take(`activation:${id}`, brakes.mail, trx)
  if (closedUntil) return tooOften(closedUntil)
  await tell(account, 'account_opened', { accountId: id }, trx)
  return null
}

function whyNot(account: Account) {
  if (!account.isActive(now())) return 'This account is not active. Reactivate it first.'
  if (!awaitsActivation(account))
    return `${account.fullName} does not wait for activation any more.`
  return account.email
    ? null
    : 'No mail address is known for this person. Add one under Edit first.'
}
