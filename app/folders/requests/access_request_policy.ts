import type Account from '#app/accounts/account'
import { administers } from '#app/accounts/administration'
import { rule } from '#app/audit/decide'
import type AccessRequest from '#app/folders/requests/access_request'

declare module '#app/audit/decide' {
  interface Actions {
    'access_request.decide': AccessRequest
  }
}

/** Nobody approves their own request (security rule 6), whether they were signed in when they asked or not. */
rule('access_request.decide', (actor, request) => {
  const answer = administers(actor, request.organizationId)
  return answer.allowed && isOwn(actor as Account, request) ? own : answer
})

const isOwn = ({ id, email }: Account, request: AccessRequest) =>
  request.accountId === id || email?.toLowerCase() === request.email.toLowerCase()

const own = {
  allowed: false,
  code: 'access_request.own',
  sentence: 'Nobody decides on their own request.',
  mend: 'Another liaison of your organization can do it.',
} as const
