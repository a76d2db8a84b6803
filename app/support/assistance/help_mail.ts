import Account from '#app/accounts/account'
import { mail, type Payload } from '#app/messages/mail'
import { now, type Instant } from '#app/shared/clock'
import type { Help } from '#app/support/assistance/assistance_policy'
import type { Trx } from '#app/shared/transaction'

interface Helped extends Payload {
  accountId: string
  personId: string
  by: string
  act: Help
  because: string
  at: Instant
}

const words: Record<Help, string> = {
  unlock: 'Unlocked the account',
  reset: 'Mailed the person a link to set a new password',
  end_sessions: 'Ended all sessions',
  send_activation: 'Sent the person the activation mail again',
}

const find = (id: string, trx: Trx) =>
  Account.query({ client: trx }).where({ id }).preload('organization').firstOrFail()

/** Whoever keeps an account hears what the help desk did with it, and why. */
mail<Helped>('helped_by_help_desk', async ({ accountId, personId, by, act, ...rest }, trx) => {
  const account = await find(accountId, trx)
  if (!account.isActive(now())) return null
  const [person, helper] = [await find(personId, trx), await find(by, trx)]
  const data = { ...rest, account, person, helper, what: words[act] }
  const subject = `The help desk helped ${person.fullName}`
  return { subject, view: 'mails/support/helped_by_help_desk', data }
})
