import Account from '#app/accounts/account'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import Secret from '#app/accounts/secret'
import { mail } from '#app/messages/mail'
import { now } from '#app/shared/clock'

/** The link is made when the mail is written, so that no outbox ever holds one (security rule 8). */
mail<{ accountId: string }>('account_opened', async ({ accountId }, trx) => {
  const account = await Account.query({ client: trx })
    .where('id', accountId)
    .preload('organization')
    .first()
  if (!account?.isActive(now())) return null
  /** Meanwhile there is a password: a link that sets the first one must not set another. */
  if (account.isLocal && !awaitsActivation(account)) return null
  const token = account.isLocal ? await Secret.make(account, 'activation', trx) : null
  const data = { account, path: token && `/activate/${token}` }
  return { subject: 'Activate your account', view: 'mails/accounts/account_opened', data }
})
