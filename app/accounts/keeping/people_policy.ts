import type Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import { administers } from '#app/accounts/administration'
import { isLastLiaison } from '#app/accounts/liaisons/last_liaison'
import type { Actor } from '#app/audit/actor'
import { allowed, rule, type Decision } from '#app/audit/decide'
import type Organization from '#app/organizations/organization'
import type { Trx } from '#app/shared/transaction'

declare module '#app/audit/decide' {
  interface Actions {
    'account.list': Organization
    'account.open': Organization
    'account.show': Account
    'account.edit': Account
    'account.reset_password': Account
    'account.send_activation': Account
    'account.unlock': Account
    'account.end_sessions': Account
    'account.deactivate': Account
    'account.reactivate': Account
  }
}

rule('account.list', (actor, organization) => administers(actor, organization.id))
rule('account.open', (actor, organization) => administers(actor, organization.id))
rule('account.show', (actor, account) => administers(actor, account.organizationId))

for (const action of [
  'account.edit',
  'account.unlock',
  'account.end_sessions',
  'account.send_activation',
] as const) {
  rule(action, keeps)
}

rule('account.reset_password', async (actor, account, trx) => {
  if (actor.id === account.id) return notOneself('Change your own password under Change Password.')
  const keeping = await keeps(actor, account, trx)
  if (!keeping.allowed || account.isLocal) return keeping
  return {
    allowed: false,
    code: 'account.directory',
    sentence: 'This password is kept by the directory of your organization.',
    mend: 'It is reset where Windows passwords are reset.',
  }
})

rule('account.deactivate', async (actor, account, trx) => {
  if (actor.id === account.id) return notOneself('Another liaison can do it.')
  const keeping = await keeps(actor, account, trx)
  if (!keeping.allowed || !(await isLastLiaison(account, trx))) return keeping
  return {
    allowed: false,
    code: 'liaison.last',
    sentence: 'This is the only liaison of the organization.',
    mend: 'The operator appoints another one first.',
  }
})

rule('account.reactivate', (actor, account, trx) =>
  actor.id === account.id ? notOneself('Another liaison can do it.') : keeps(actor, account, trx)
)

/** Whoever keeps an organization's accounts keeps none of those who look after the service: a reset would make one an operator. */
async function keeps(actor: Actor, account: Account, trx?: Trx): Promise<Decision> {
  const answer = administers(actor, account.organizationId)
  if (!answer.allowed || actor.id === account.id) return answer
  const higher = await AccountRole.query({ client: trx })
    .where('accountId', account.id)
    .whereIn('role', ['operator', 'help_desk'])
    .first()
  if (!higher || (actor as Account).has('operator')) return allowed
  return {
    allowed: false,
    code: 'account.above',
    sentence: 'This account looks after the service.',
    mend: 'An operator can change it.',
  }
}

function notOneself(mend: string): Decision {
  return { allowed: false, code: 'account.own', sentence: 'Nobody does this to themselves.', mend }
}
