import Account from '#app/accounts/account'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { minute, now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import HelpRequest from '#app/support/requests/help_request'
import { nextNumber } from '#app/support/requests/help_request_number'
import { tellCaller, tellHelpers, waiting } from '#app/support/requests/help_request_waiting'
import { firstPlace } from '#app/support/requests/places'
import type { Urgency } from '#app/support/requests/urgency'

/** What somebody says of their trouble. */
export interface Trouble {
  /** What they were doing. */
  doing?: string | null
  happened: string
  urgency: Urgency
  /** How to reach them. */
  reach?: string | null
}

type Filed = { request: HelpRequest; isNew: boolean } | { closedUntil: Instant }

/** Who sends the same form twice asks once. */
const twinWithin = 10 * minute

/** For oneself. Floods are slowed, so that nobody's liaison is buried. */
export function fileRequest(by: Account, trouble: Trouble, outer?: Trx) {
  return inTransaction(async (trx): Promise<Filed> => {
    await permit(by, 'help_request.file', by, trx)
    const closedUntil = await Throttle.take(`help:${by.id}`, brakes.requests, trx)
    return closedUntil ? { closedUntil } : fileOnce(by, by, trouble, trx)
  }, outer)
}

/** By the help desk, for somebody who calls: recorded as that, and the caller gets the mail. */
export function fileFor(by: Account, caller: Account, trouble: Trouble, outer?: Trx) {
  return inTransaction(async (trx) => {
    await permit(by, 'help_request.file_for', caller, trx)
    return fileOnce(by, caller, trouble, trx)
  }, outer)
}

async function fileOnce(by: Account, caller: Account, trouble: Trouble, trx: Trx) {
  /** Held, so that two of the same form come one after the other. */
  await Account.query({ client: trx }).where('id', caller.id).forUpdate().first()
  const twin = await twinOf(by, caller, trouble, trx)
  if (twin) return { request: await HelpRequest.findWhole(twin.id, trx), isNew: false }
  return { request: await file(by, caller, trouble, trx), isNew: true }
}

async function file(by: Account, caller: Account, trouble: Trouble, trx: Trx) {
  const { organizationId, id: accountId } = caller
  const place = await firstPlace({ organizationId, accountId }, trx)
  const { id } = await HelpRequest.create(
    {
      number: await nextNumber(trx),
      ...{ organizationId, accountId, filedBy: by.id },
      ...{ doing: trouble.doing ?? null, reach: trouble.reach ?? null },
      ...{ happened: trouble.happened, urgency: trouble.urgency },
      ...(await waiting({ urgency: trouble.urgency, organizationId }, place, now(), trx)),
    },
    { client: trx }
  )
  const request = await HelpRequest.findWhole(id, trx)
  await note(by, request, trx)
  await tellCaller(request, 'help_request_received', {}, trx)
  await tellHelpers(request, 'help_request_waiting', {}, trx, { but: by.id })
  return request
}

function note(by: Account, request: HelpRequest, trx: Trx) {
  const details = { caller: request.account.actorName, urgency: request.urgency }
  const event = request.isOfCaller ? 'help_request.filed' : 'help_request.filed_for'
  return record(event, { actor: by, subject: request, details }, trx)
}

const twinOf = (by: Account, caller: Account, { happened }: Trouble, trx: Trx) =>
  HelpRequest.query({ client: trx })
    .where({ accountId: caller.id, filedBy: by.id, happened, status: 'open' })
    .where('createdAt', '>', now() - twinWithin)
    .first()
