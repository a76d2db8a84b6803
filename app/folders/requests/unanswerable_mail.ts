import Account from '#app/accounts/account'
import { isUnanswerable, waitingFor } from '#app/folders/requests/unanswerable'
import { mail, type Payload } from '#app/messages/mail'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'

interface Unanswerable extends Payload {
  accountId: string
  organizationId: string
  askerId: string | null
}

/** Names nobody who asks: that is the agency's to know. */
mail<Unanswerable>('nobody_answers', async ({ accountId, organizationId, askerId }, trx) => {
  const account = await Account.findOrFail(accountId, { client: trx })
  if (!account.isActive(now())) return null
  if (!(await isUnanswerable(organizationId, askerId, trx))) return null
  const count = await waitingFor(organizationId, trx)
  if (!count) return null
  const organization = await Organization.findOrFail(organizationId, { client: trx })
  const data = {
    ...{ account, organization, count, isAlone: askerId !== null },
    path: `/operations/organizations/${organizationId}`,
  }
  return {
    subject: `Nobody answers for ${organization.name}`,
    view: 'mails/folders/nobody_answers',
    data,
  }
})
