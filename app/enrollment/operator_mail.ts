import Account from '#app/accounts/account'
import { mail, type Payload } from '#app/messages/mail'
import { now, type Instant } from '#app/shared/clock'

interface Opened extends Payload {
  accountId: string
  openedId: string
  by: string
  at: Instant
}

/** Nobody comes to run the service without those who run it hearing of it. */
mail<Opened>('operator_opened', async ({ accountId, openedId, by, at }, trx) => {
  const account = await Account.findOrFail(accountId, { client: trx })
  if (!account.isActive(now())) return null
  const opened = await Account.findOrFail(openedId, { client: trx })
  const data = { account, opened, by, at }
  return { subject: 'Another operator', view: 'mails/enrollment/operator_opened', data }
})
