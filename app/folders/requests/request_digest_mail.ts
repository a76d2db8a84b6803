import Account from '#app/accounts/account'
import { inbox } from '#app/folders/requests/inbox'
import { mail, type Payload } from '#app/messages/mail'
import { now } from '#app/shared/clock'

interface ToReader extends Payload {
  accountId: string
}

/** Says what waits when it is sent, not what waited when it was promised. */
mail<ToReader>('requests_digest', async ({ accountId }, trx) => {
  const reader = await Account.query({ client: trx })
    .where('id', accountId)
    .preload('organization')
    .preload('grants')
    .firstOrFail()
  const speaks = reader.has('liaison') || reader.has('organization_administrator')
  if (!speaks || !reader.isActive(now()) || reader.organization.isSuspended) return null
  const waiting = await inbox.items(reader.organizationId, { only: 'decide', place: {} }, trx)
  const ending = await inbox.items(reader.organizationId, { only: 'ending', place: {} }, trx)
  if (!waiting.rows.length && !ending.rows.length) return null
  const data = {
    reader,
    waiting: waiting.rows,
    ending: ending.rows,
    isMore: Boolean(waiting.next ?? ending.next),
  }
  const subject = waiting.rows.length ? 'Requests that wait for you' : 'Access that ends soon'
  return { subject, view: 'mails/folders/requests_digest', data }
})
