import Account from '#app/accounts/account'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import type { Typed } from '#app/accounts/passwords/new_password'
import { accountByLink, setPasswordByLink } from '#app/accounts/passwords/password_link'
import { resettingPasswords } from '#app/accounts/secret'
import Throttle, { brakes, tooOften } from '#app/accounts/signing_in/throttle'
import { aVisitor, type Origin } from '#app/audit/actor'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import { now, second } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { setTimeout as pause } from 'node:timers/promises'

/** Asking takes this long whether there is such an account or not: far longer than writing the mail's row. */
const patience = second / 2

/** Somebody forgot a password. Nothing of what is done, or not done, shows to who asked. */
export async function askForReset(name: string, origin: Origin) {
  await Promise.all([ask(name, origin), pause(patience)])
}

async function ask(name: string, origin: Origin) {
  const accounts = await Account.knownAs(name)
  await inTransaction(async (trx) => {
    for (const account of accounts) await promiseMail(account, origin, trx)
  })
}

/** Few at a time: nobody's inbox is filled by who asks again and again. */
async function promiseMail(account: Account, origin: Origin, trx: Trx) {
  if (await Throttle.take(`mail:${account.id}`, brakes.mail, trx)) return
  await record('password_reset.requested', { actor: aVisitor(origin), subject: account }, trx)
  await tell(account, 'password_reset', { accountId: account.id }, trx)
}

/**
 * A link for somebody who asked for it another way, when whoever calls has asked whether it may be, and records it. The password
 * that there is stays good until the link is used. Answers why not; null if the mail is on its way.
 */
export async function promiseReset({ id }: Account, trx: Trx) {
  const account = await Account.query({ client: trx }).where({ id }).forUpdate().firstOrFail()
  const refused = whyNoLink(account)
  if (refused) return refused
  const closedUntil = await Throttle.take(`mail:${id}`, brakes.mail, trx)
  if (closedUntil) return tooOften(closedUntil)
  await tell(account, 'password_reset', { accountId: id }, trx)
  return null
}

function whyNoLink(account: Account) {
  const { fullName } = account
  if (!account.isActive(now())) return 'This account is not active.'
  if (awaitsActivation(account)) {
    return `${fullName} has not activated the account yet: send the activation mail again instead.`
  }
  return account.email ? null : `No mail address is known for ${fullName}.`
}

/** The account that a link belongs to, mailed or given at the first sign-in, as long as the link is good. */
export const accountForReset = (token: string) => accountByLink(token, resettingPasswords)

export const resetPassword = (token: string, typed: Typed, origin: Origin) =>
  setPasswordByLink(token, resettingPasswords, typed, origin)
