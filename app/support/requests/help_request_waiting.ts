import Account from '#app/accounts/account'
import type { Payload } from '#app/messages/mail'
import { tell } from '#app/messages/tell'
import type { Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import Holiday from '#app/support/escalation/holiday'
import type HelpRequest from '#app/support/requests/help_request'
import { isHelperOf } from '#app/support/requests/help_request_policy'
import { peopleAt, type Place } from '#app/support/requests/places'
import { dueAfter, type Urgency } from '#app/support/requests/urgency'

/** From an instant on it waits for whom it lies with. The operator's is the last place: from there it goes no further. */
export async function waiting(
  { urgency, organizationId }: { urgency: Urgency; organizationId: string },
  liesWith: Place,
  since: Instant,
  trx: Trx
) {
  const holidays = await Holiday.observedBy(organizationId, since, trx)
  return {
    status: 'open' as const,
    liesWith,
    waitsSince: since,
    remindAt: dueAfter(urgency, since, 1, holidays),
    passOnAt: liesWith === 'operator' ? null : dueAfter(urgency, since, 2, holidays),
  }
}

/** Nobody needs to be reminded of what is answered or over. */
export const resting = { remindAt: null, passOnAt: null }

interface Told {
  /** Also who chose one mail each morning. */
  always?: boolean
  /** Who did it knows already. */
  but?: string
}

/** Tells those with whom it lies; who chose the morning finds it there, unless it is an incident (see request_digest.ts). */
export async function tellHelpers(
  request: HelpRequest,
  kind: string,
  payload: Payload,
  trx: Trx,
  { always, but }: Told = {}
) {
  const people = await peopleAt(request.liesWith, request, trx)
  const listening = people.filter((one) => one.id !== but && (always || hearsAtOnce(one, request)))
  await tellEach(listening, request, kind, payload, trx)
}

export async function tellEach(
  people: Account[],
  request: HelpRequest,
  kind: string,
  payload: Payload,
  trx: Trx
) {
  for (const { id, email } of people) {
    await tell({ id, email }, kind, { ...payload, requestId: request.id, accountId: id }, trx)
  }
}

/** Those with whom it lies, and who answered last, as long as that one may still answer. */
export async function tellWhoAnswers(
  request: HelpRequest,
  kind: string,
  payload: Payload,
  trx: Trx
) {
  await tellHelpers(request, kind, payload, trx)
  const last = await lastToAnswer(request, trx)
  const people = await peopleAt(request.liesWith, request, trx)
  if (!last || people.some(({ id }) => id === last.id)) return
  await tellEach([last], request, kind, payload, trx)
}

export const tellCaller = (request: HelpRequest, kind: string, payload: Payload, trx: Trx) =>
  tellEach([request.account], request, kind, payload, trx)

const hearsAtOnce = ({ requestNotices }: Account, { urgency, liesWith }: HelpRequest) =>
  requestNotices === 'at_once' ||
  urgency === 'incident' ||
  !['liaison', 'alternate'].includes(liesWith)

async function lastToAnswer(request: HelpRequest, trx: Trx) {
  if (!request.answeredBy) return null
  const account = await Account.query({ client: trx })
    .where('id', request.answeredBy)
    .preload('organization')
    .preload('grants')
    .firstOrFail()
  return isHelperOf(account, request) ? account : null
}
