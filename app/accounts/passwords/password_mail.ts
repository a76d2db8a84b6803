import Account from '#app/accounts/account'
import Secret from '#app/accounts/secret'
import { now, type Instant } from '#app/shared/clock'
import { mail } from '#app/messages/mail'
import type { Trx } from '#app/shared/transaction'

const find = (id: string, trx: Trx) =>
  Account.query({ client: trx }).where({ id }).preload('organization').first()

/** The link is made when the mail is written, so that no outbox ever holds one (security rule 8). */
mail<{ accountId: string }>('password_reset', async ({ accountId }, trx) => {
  const account = await find(accountId, trx)
  if (!account?.isActive(now())) return null
  const { organization } = account
  if (!account.isLocal) {
    const data = { account, organization }
    return { subject: 'Your password', view: 'mails/accounts/password_elsewhere', data }
  }
  const token = await Secret.make(account, 'password_reset', trx)
  const data = { account, path: `/password/reset/${token}` }
  return { subject: 'Set a new password', view: 'mails/accounts/password_reset', data }
})

mail<{ accountId: string; at: Instant }>('password_changed', async ({ accountId, at }, trx) => {
  const account = await find(accountId, trx)
  if (!account) return null
  const data = { account, at }
  return { subject: 'Your password was changed', view: 'mails/accounts/password_changed', data }
})
