import type Account from '#app/accounts/account'
import { theService, type Actor } from '#app/audit/actor'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import type HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import {
  tellCaller,
  tellEach,
  tellHelpers,
  waiting,
} from '#app/support/requests/help_request_waiting'
import {
  firstPlace,
  peopleAt,
  placeAfter,
  placeInWords,
  type Place,
} from '#app/support/requests/places'

/** It lies there already; nobody is there; or it is over. */
type Passing = 'passed' | 'there' | 'nobody' | 'over'

/** To somebody else, or back; the note is for them, and not for the caller. */
export function pass(
  by: Account,
  request: HelpRequest,
  to: Place,
  body: string | null,
  outer?: Trx
) {
  return inTransaction(async (trx): Promise<Passing> => {
    const asked = await request.held(trx)
    await permit(by, 'help_request.answer', asked, trx)
    if (asked.isEnded) return 'over'
    if (asked.liesWith === to) return 'there'
    const people = await peopleAt(to, asked, trx)
    if (!people.length) return 'nobody'
    const step = await moved(by, asked, { to, body, at: now() }, trx)
    const payload = { stepId: step.id }
    await tellHelpers(asked, 'help_request_waiting', payload, trx, { but: by.id })
    return 'passed'
  }, outer)
}

/** By itself, as nobody answered: to the next place with somebody. Everybody concerned is told. */
export async function passOn(request: HelpRequest, asOf: Instant, trx: Trx) {
  const asked = await request.held(trx)
  const isDue = asked.status === 'open' && asked.passOnAt === request.passOnAt
  const after = placeAfter(asked.liesWith)
  if (!isDue || !after) return false
  const left = await peopleAt(asked.liesWith, asked, trx)
  const to = await firstPlace(asked, trx, after)
  const step = await moved(theService, asked, { to, body: null, at: asOf }, trx)
  await tellHelpers(asked, 'help_request_waiting', { stepId: step.id }, trx, { always: true })
  await tellEach(left, asked, 'help_request_passed_on', {}, trx)
  return true
}

interface Move {
  to: Place
  body: string | null
  at: Instant
}

async function moved(by: Actor, asked: HelpRequest, { to, body, at }: Move, trx: Trx) {
  const from = asked.liesWith
  await asked.change(['open', 'answered'], await waiting(asked, to, at, trx), trx)
  const step = await HelpRequestStep.add(
    asked,
    { kind: 'passed', byId: by.id, body, passedFrom: from, passedTo: to },
    trx
  )
  const details = { to: placeInWords(to, asked.organization) }
  await record('help_request.passed', { actor: by, subject: asked, details }, trx)
  await tellCaller(asked, 'help_request_passed', { place: to }, trx)
  return step
}
