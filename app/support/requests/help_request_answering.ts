import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import type HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { resting, tellCaller } from '#app/support/requests/help_request_waiting'

/** By who helps: the caller reads it, and it waits for the caller from now on. False if it is over already. */
export function answer(by: Account, request: HelpRequest, body: string, outer?: Trx) {
  return inTransaction(async (trx) => {
    const asked = await heldFor(by, request, trx)
    const to = { status: 'answered' as const, answeredAt: now(), answeredBy: by.id, ...resting }
    if (!(await asked.change(['open', 'answered'], to, trx))) return false
    if (await HelpRequestStep.isRepeated(asked, { kind: 'note', byId: by.id, body }, trx))
      return true
    const step = await HelpRequestStep.add(asked, { kind: 'note', byId: by.id, body }, trx)
    await record('help_request.answered', { actor: by, subject: asked }, trx)
    await tellCaller(asked, 'help_request_answered', { stepId: step.id }, trx)
    return true
  }, outer)
}

/** Only for others who help: it is mailed to nobody, and moves nothing. */
export function annotate(by: Account, request: HelpRequest, body: string, outer?: Trx) {
  return inTransaction(async (trx) => {
    const asked = await heldFor(by, request, trx)
    const step = { kind: 'internal' as const, byId: by.id, body }
    if (await HelpRequestStep.isRepeated(asked, step, trx)) return
    await HelpRequestStep.add(asked, step, trx)
    await record('help_request.annotated', { actor: by, subject: asked }, trx)
  }, outer)
}

/** Once: false if it is over already. */
export function solve(by: Account, request: HelpRequest, body: string | null, outer?: Trx) {
  return inTransaction(async (trx) => {
    const asked = await heldFor(by, request, trx)
    const to = { status: 'solved' as const, endedAt: now(), endedBy: by.id, ...resting }
    if (!(await asked.change(['open', 'answered'], to, trx))) return false
    const step = await HelpRequestStep.add(asked, { kind: 'solved', byId: by.id, body }, trx)
    await record('help_request.solved', { actor: by, subject: asked }, trx)
    await tellCaller(asked, 'help_request_solved', { stepId: step.id }, trx)
    return true
  }, outer)
}

async function heldFor(by: Account, request: HelpRequest, trx: Trx) {
  const asked = await request.held(trx)
  await permit(by, 'help_request.answer', asked, trx)
  return asked
}
