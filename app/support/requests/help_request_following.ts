import type Account from '#app/accounts/account'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import type HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import {
  resting,
  tellHelpers,
  tellWhoAnswers,
  waiting,
} from '#app/support/requests/help_request_waiting'
import { firstPlace } from '#app/support/requests/places'

export type Said = 'done' | 'over' | 'not_over' | { closedUntil: Instant }

/** The caller has more to say: what was answered waits for those who help again. */
export function addNote(by: Account, request: HelpRequest, body: string, outer?: Trx) {
  return inTransaction(async (trx): Promise<Said> => {
    const asked = await heldBy(by, request, trx)
    if (asked.isEnded) return 'over'
    const step = { kind: 'note' as const, byId: by.id, body }
    if (await HelpRequestStep.isRepeated(asked, step, trx)) return 'done'
    const closedUntil = await slowed(by, trx)
    if (closedUntil) return { closedUntil }
    const again = await waiting(asked, await placeFor(asked, trx), now(), trx)
    await asked.change(['answered'], again, trx)
    const { id: stepId } = await HelpRequestStep.add(asked, step, trx)
    await record('help_request.noted', { actor: by, subject: asked }, trx)
    await tellWhoAnswers(asked, 'help_request_note', { stepId }, trx)
    return 'done'
  }, outer)
}

/** "It works now": once. */
export function close(by: Account, request: HelpRequest, outer?: Trx) {
  return inTransaction(async (trx): Promise<Said> => {
    const asked = await heldBy(by, request, trx)
    const to = { status: 'closed' as const, endedAt: now(), endedBy: by.id, ...resting }
    if (!(await asked.change(['open', 'answered'], to, trx))) return 'over'
    await HelpRequestStep.add(asked, { kind: 'closed', byId: by.id }, trx)
    await record('help_request.closed', { actor: by, subject: asked }, trx)
    await tellHelpers(asked, 'help_request_closed', {}, trx)
    return 'done'
  }, outer)
}

/** It does not work after all: for 14 days the same request goes on, with the same number. */
export function reopen(by: Account, request: HelpRequest, body: string, outer?: Trx) {
  return inTransaction(async (trx): Promise<Said> => {
    const asked = await heldBy(by, request, trx)
    if (!asked.isEnded) return 'not_over'
    if (!asked.canReopen(now())) return 'over'
    const closedUntil = await slowed(by, trx)
    if (closedUntil) return { closedUntil }
    const again = await waiting(asked, await placeFor(asked, trx), now(), trx)
    await asked.change(['solved', 'closed'], { ...again, endedAt: null, endedBy: null }, trx)
    const step = { kind: 'reopened' as const, byId: by.id, body }
    const { id: stepId } = await HelpRequestStep.add(asked, step, trx)
    await record('help_request.reopened', { actor: by, subject: asked }, trx)
    await tellWhoAnswers(asked, 'help_request_note', { stepId }, trx)
    return 'done'
  }, outer)
}

/** Where it lay, if somebody is still there. */
const placeFor = (asked: HelpRequest, trx: Trx) => firstPlace(asked, trx, asked.liesWith)

const slowed = (by: Account, trx: Trx) => Throttle.take(`help_note:${by.id}`, brakes.requests, trx)

async function heldBy(by: Account, request: HelpRequest, trx: Trx) {
  const asked = await request.held(trx)
  await permit(by, 'help_request.follow', asked, trx)
  return asked
}
