import type Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import { answersCallers } from '#app/accounts/administration'
import { helpDeskActs } from '#app/accounts/service_policy/service_policy'
import type { Actor } from '#app/audit/actor'
import { allowed, rule, type Decision } from '#app/audit/decide'
import type { Trx } from '#app/shared/transaction'

declare module '#app/audit/decide' {
  interface Actions {
    'account.assist': Account
    'account.assist_unlock': Account
    'account.assist_reset': Account
    'account.assist_end_sessions': Account
    'account.assist_send_activation': Account
  }
}

export const helps = ['unlock', 'reset', 'end_sessions', 'send_activation'] as const
export type Help = (typeof helps)[number]

/** The help desk answers callers of every organization: it looks at all accounts, and never at a file. */
rule('account.assist', (actor) => answersCallers(actor))

for (const help of helps) {
  rule(`account.assist_${help}`, async (actor, account, trx) => {
    const may = await mayHelp(actor, account, trx)
    if (!may.allowed) return may
    if (help === 'reset' && !account.isLocal) return keptElsewhere
    return (await isLeftToHelpDesk(actor, help, trx)) ? allowed : notByPolicy
  })
}

/** Whoever answers the phone must not come to a higher account, nor to more in their own, by helping. */
async function mayHelp(actor: Actor, account: Account, trx?: Trx): Promise<Decision> {
  const may = answersCallers(actor)
  if (!may.allowed) return may
  if (actor.id === account.id) return ownAccount
  if ((actor as Account).has('operator')) return allowed
  const higher = await AccountRole.query({ client: trx })
    .where('accountId', account.id)
    .whereIn('role', ['operator', 'help_desk'])
    .first()
  return higher ? aboveHelpDesk : allowed
}

async function isLeftToHelpDesk(actor: Actor, help: Help, trx?: Trx) {
  if ((actor as Account).has('operator')) return true
  const acts = await helpDeskActs.value(trx)
  return acts.includes(help)
}

const ownAccount: Decision = {
  allowed: false,
  code: 'account.own',
  sentence: 'Nobody does this to themselves.',
  mend: 'Who runs the service can do it.',
}

const aboveHelpDesk: Decision = {
  allowed: false,
  code: 'account.above',
  sentence: 'This account looks after the service: the help desk cannot act on it.',
  mend: 'Who runs the service can do it.',
}

const keptElsewhere: Decision = {
  allowed: false,
  code: 'account.directory',
  sentence: 'This password is kept by the directory of the organization, not here.',
  mend: 'It is reset where Windows passwords are reset.',
}

const notByPolicy: Decision = {
  allowed: false,
  code: 'policy.not_help_desk',
  sentence: 'The policy of the service does not leave this to the help desk.',
  mend: 'The person’s liaison can do it.',
}
