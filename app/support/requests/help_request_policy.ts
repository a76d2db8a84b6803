import type Account from '#app/accounts/account'
import { administers, answersCallers } from '#app/accounts/administration'
import type { Actor } from '#app/audit/actor'
import { allowed, rule, type Decision } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import type HelpRequest from '#app/support/requests/help_request'

declare module '#app/audit/decide' {
  interface Actions {
    'help_request.file': Account
    'help_request.file_for': Account
    'help_request.follow': HelpRequest
    'help_request.answer': HelpRequest
  }
}

const unknown: Decision = {
  allowed: false,
  code: 'help_request.unknown',
  sentence: 'There is no such request.',
  hidden: true,
}

const own: Decision = {
  allowed: false,
  code: 'help_request.own',
  sentence: 'Nobody answers their own request.',
  mend: 'Read it under Help, My help requests.',
}

/** For oneself, also before the rule of getting in is met: who cannot get past it needs help (accounts/admission.ts). */
rule('help_request.file', (actor, account) => (actor.id === account.id ? allowed : unknown))

/** In the name of somebody who calls. */
rule('help_request.file_for', (actor) => answersCallers(actor))

rule('help_request.follow', (actor, request) =>
  request.accountId === actor.id ? allowed : unknown
)

/** Reading, answering, passing and solving: liaisons for their own organization, the help desk for all; never one's own. */
rule('help_request.answer', (actor, request) => {
  const answer = helps(actor, request)
  return answer.allowed && request.accountId === actor.id ? own : answer
})

/**
 * Whether somebody helps with a request, let in or not: where an organization cannot get past its terms, its liaison hears that
 * somebody asks.
 */
export const isHelperOf = (account: Account, request: HelpRequest) =>
  account.isActive(now()) && request.accountId !== account.id && helps(account, request).allowed

function helps(actor: Actor, { organizationId }: HelpRequest) {
  const desk = answersCallers(actor)
  return desk.allowed ? desk : administers(actor, organizationId)
}
