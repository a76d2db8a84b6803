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
    const held = Account.query({ client: trx }).where('id', account.id).forUpdate()
    const refused = whyNot(await held.firstOrFail())
    if (refused) return { refused }
    const closedUntil = await Throttle.take(`activation:${account.id}`, brakes.mail, trx)
    if (closedUntil) return { refused: tooOften(closedUntil) }

    await record('account.activation_sent', { actor: by, subject: account }, trx)
    await tell(account, 'account_opened', { accountId: account.id }, trx)
    return {}
  }, outer)
}

function whyNot(account: Account) {
  if (!account.isActive(now())) return 'This account is not active. Reactivate it first.'
  if (!awaitsActivation(account))
    return `${account.fullName} does not wait for activation any more.`
  return account.email
    ? null
    : 'No mail address is known for this person. Add one under Edit first.'
}
