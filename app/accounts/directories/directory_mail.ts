import Account from '#app/accounts/account'
import Directory from '#app/accounts/directories/directory'
import { mail, type Payload } from '#app/messages/mail'
import { now, type Instant } from '#app/shared/clock'

interface Changed extends Payload {
  accountId: string
  by: string
  at: Instant
}

/** Whoever speaks for an organization hears when somebody changed where its people sign in. */
mail<Changed>('directory_changed', async ({ accountId, by, at }, trx) => {
  const account = await Account.query({ client: trx })
    .where('id', accountId)
    .preload('organization')
    .firstOrFail()
  if (!account.isActive(now())) return null
  const directory = await Directory.of(account.organizationId, trx)
  const subject = 'The directory settings were changed'
  return { subject, view: 'mails/accounts/directory_changed', data: { account, directory, by, at } }
})
