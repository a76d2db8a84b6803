import Account from '#app/accounts/account'
import Terms from '#app/enrollment/terms'
import { mail, type Payload } from '#app/messages/mail'
import type { Instant } from '#app/shared/clock'

interface Accepted extends Payload {
  accountId: string
  termsId: string
  at: Instant
}

/** Whoever accepts terms for an organization keeps a copy of what was accepted. */
mail<Accepted>('terms_accepted', async ({ accountId, termsId, at }, trx) => {
  const account = await Account.query({ client: trx })
    .where('id', accountId)
    .preload('organization')
    .firstOrFail()
  const terms = await Terms.findOrFail(termsId, { client: trx })
  const subject = 'Your copy of the terms and conditions'
  return { subject, view: 'mails/enrollment/terms_accepted', data: { account, terms, at } }
})
