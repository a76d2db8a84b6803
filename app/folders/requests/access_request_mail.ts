import Account from '#app/accounts/account'
import AccessRequest from '#app/folders/requests/access_request'
import { lapseAfter } from '#app/folders/requests/reminding'
import { isUnanswerable } from '#app/folders/requests/unanswerable'
import { mail, type Payload } from '#app/messages/mail'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

interface ToRequester extends Payload {
  requestId: string
}

interface ToSpeaker extends ToRequester {
  accountId: string
}

const find = (id: string, trx: Trx) =>
  AccessRequest.query({ client: trx })
    .where({ id })
    .preload('organization')
    .preload('account')
    .preload('openedAccount')
    .firstOrFail()

const subject = 'Your request for access'

/**
 * The link is made when the mail is written, so that no outbox ever holds one (security rule 8). Anybody may have typed that
 * address: until somebody has looked at the request, no word of the form is sent there.
 */
mail<ToRequester>('access_request_received', async ({ requestId }, trx) => {
  const request = await find(requestId, trx)
  if (!request.isWaiting) return null
  const path = await request.newLink(trx)
  const isStuck = await isUnanswerable(request.organizationId, request.accountId, trx)
  const data = { request, path, isStuck }
  return { subject, view: 'mails/folders/access_request_received', data }
})

mail<ToRequester>('access_request_approved', async ({ requestId }, trx) => {
  const request = await find(requestId, trx)
  const isNew = request.accountId === null && request.openedAccount.lastSignedInAt === null
  return { subject, view: 'mails/folders/access_request_approved', data: { request, isNew } }
})

mail<ToRequester>('access_request_declined', async ({ requestId }, trx) => {
  const request = await find(requestId, trx)
  return { subject, view: 'mails/folders/access_request_declined', data: { request } }
})

mail<ToRequester>('access_request_lapsed', async ({ requestId }, trx) => {
  const request = await find(requestId, trx)
  return { subject, view: 'mails/folders/access_request_lapsed', data: { request } }
})

/** What waits for an answer; whoever is asked has no use for what was answered meanwhile. */
for (const [kind, line] of [
  ['access_request_waiting', 'Somebody asks for access'],
  ['access_request_reminder', 'Still waiting: somebody asks for access'],
]) {
  mail<ToSpeaker>(kind, async ({ requestId, accountId }, trx) => {
    const request = await find(requestId, trx)
    const account = await Account.findOrFail(accountId, { client: trx })
    if (!request.isWaiting || !account.isActive(now())) return null
    const data = {
      account,
      request,
      lapsesAt: request.createdAt + lapseAfter,
      path: `/liaison/access-requests/${request.id}`,
    }
    return { subject: line, view: 'mails/folders/access_request_waiting', data }
  })
}
