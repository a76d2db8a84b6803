import { eachDue } from '#app/schedule/each_due'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { theService } from '#app/audit/actor'
import { record } from '#app/audit/record'
import AccessRequest from '#app/folders/requests/access_request'
import { escalateAfter, lapseAfter, remindAfter } from '#app/folders/requests/reminding'
import { tellOperatorsIfUnanswerable } from '#app/folders/requests/unanswerable'
import { tell } from '#app/messages/tell'
import type { Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

const atOnce = 500

/** Nobody's request is forgotten: the primary liaison is reminded, then the alternate asked as well; at last it lapses. */
export async function remindOfRequests(asOf: Instant, signal?: AbortSignal) {
  return {
    lapsed: await eachDue(waitingSince(asOf - lapseAfter), lapse, asOf, signal),
    escalated: await eachDue(
      waitingSince(asOf - escalateAfter).whereNull('escalatedAt'),
      escalate,
      asOf,
      signal
    ),
    reminded: await eachDue(
      waitingSince(asOf - remindAfter).whereNull('remindedAt'),
      remind,
      asOf,
      signal
    ),
  }
}

const waitingSince = (at: Instant) =>
  AccessRequest.query()
    .withScopes((scopes) => scopes.waiting())
    .where('createdAt', '<=', at)
    .limit(atOnce)

async function lapse(request: AccessRequest, _asOf: Instant, trx: Trx) {
  if (!(await request.end('lapsed', {}, trx))) return false
  await record('access_request.lapsed', { actor: theService, subject: request }, trx)
  await tell(request.requester, 'access_request_lapsed', { requestId: request.id }, trx)
  return true
}

/** All but the first, who was reminded already. */
async function escalate(request: AccessRequest, asOf: Instant, trx: Trx) {
  if (!(await marked(request, 'escalatedAt', asOf, trx))) return false
  const [, ...others] = await speakersFor(request.organizationId, trx)
  for (const { id, email } of others) await remindOne({ id, email }, request, trx)
  await tellOperatorsIfUnanswerable(request.organizationId, request.accountId, trx)
  return true
}

async function remind(request: AccessRequest, asOf: Instant, trx: Trx) {
  if (!(await marked(request, 'remindedAt', asOf, trx))) return false
  const [first] = await speakersFor(request.organizationId, trx)
  if (first) await remindOne(first, request, trx)
  await tellOperatorsIfUnanswerable(request.organizationId, request.accountId, trx)
  return true
}

const remindOne = (
  { id, email }: { id: string; email: string | null },
  request: AccessRequest,
  trx: Trx
) => tell({ id, email }, 'access_request_reminder', { requestId: request.id, accountId: id }, trx)

/** Once, whoever runs the job at the same time. */
async function marked(
  { id }: AccessRequest,
  mark: 'remindedAt' | 'escalatedAt',
  asOf: Instant,
  trx: Trx
) {
  const [changed] = await AccessRequest.query({ client: trx })
    .where({ id, status: 'pending' })
    .whereNull(mark)
    .update({ [mark]: asOf })
  return Number(changed) === 1
}
