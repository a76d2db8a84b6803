import type { Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import type HelpRequest from '#app/support/requests/help_request'
import HelpRequestStep from '#app/support/requests/help_request_step'
import { placeInWords, type Place } from '#app/support/requests/places'

/** One line of a request's story, as its reader may know it. */
export interface StoryLine {
  at: Instant
  /** "Lena Long", or "Waybill". */
  who: string
  /** What was done: "answered", "passed it to the help desk". */
  did: string
  text: string | null
  isInternal: boolean
}

/** What the caller may read: neither internal notes nor what the helpers tell each other when they pass it. */
export async function storyForCaller(request: HelpRequest, trx?: Trx) {
  const steps = await stepsOf(request, trx).whereNot('kind', 'internal')
  return steps.map((step) => lineOf(request, step, step.kind !== 'passed'))
}

/** Everything, for who helps. Never for whose request it is. */
export async function storyForHelpers(request: HelpRequest, trx?: Trx) {
  const steps = await stepsOf(request, trx)
  return steps.map((step) => lineOf(request, step, true))
}

const stepsOf = ({ id }: HelpRequest, trx?: Trx) =>
  HelpRequestStep.query({ client: trx })
    .where('helpRequestId', id)
    .preload('by')
    .orderBy('id')
    .limit(500)

const lineOf = (request: HelpRequest, step: HelpRequestStep, isOpen: boolean): StoryLine => ({
  at: step.createdAt,
  who: step.by?.fullName ?? 'Waybill',
  did: didInWords(request, step),
  text: isOpen ? step.body : null,
  isInternal: step.kind === 'internal' || (step.kind === 'passed' && step.body !== null),
})

function didInWords(request: HelpRequest, { kind, byId, passedTo }: HelpRequestStep) {
  if (kind === 'note') return byId === request.accountId ? 'added a note' : 'answered'
  if (kind === 'passed')
    return `passed it to ${placeInWords(passedTo as Place, request.organization)}`
  return {
    internal: 'wrote an internal note',
    solved: 'solved it',
    closed: 'said that it works now',
    reopened: 'opened it again',
  }[kind]
}
