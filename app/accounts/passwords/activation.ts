import Account from '#app/accounts/account'
import type { Typed } from '#app/accounts/passwords/new_password'
import { accountByLink, setPasswordByLink } from '#app/accounts/passwords/password_link'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { aVisitor, type Origin } from '#app/audit/actor'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import { now, second, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { setTimeout as pause } from 'node:timers/promises'

const activation = ['activation'] as const

/** Asking takes this long whether there is such an account or not: far longer than writing the mail's row. */
const patience = second / 2

/** What tells whether a first password was ever there: lists know that there is one, never which. */
interface FirstSteps {
  isLocal: boolean
  hasPassword: boolean
  passwordChangedAt: Instant | null
  lastSignedInAt: Instant | null
}

/** Whether somebody's account waits for its first password: there is none, and nobody ever chose or used one. */
export const awaitsFirstPassword = (account: FirstSteps) =>
  account.isLocal &&
  !account.hasPassword &&
  account.passwordChangedAt === null &&
  account.lastSignedInAt === null

export const awaitsActivation = (account: Account) =>
  awaitsFirstPassword({
    isLocal: account.isLocal,
    hasPassword: account.passwordHash !== null,
    passwordChangedAt: account.passwordChangedAt,
    lastSignedInAt: account.lastSignedInAt,
  })

/** Whom a link "Activate my Account" belongs to, as long as it is good. */
export const accountForActivation = (token: string) => accountByLink(token, activation)

/** Sets the first password of an account, once. */
export const activate = (token: string, typed: Typed, origin: Origin) =>
  setPasswordByLink(token, activation, typed, origin)

/** Somebody's link is too old. Nothing of what is done, or not done, shows to who asked for another. */
export async function askForActivation(name: string, origin: Origin) {
  await Promise.all([ask(name, origin), pause(patience)])
}

async function ask(name: string, origin: Origin) {
  const accounts = await Account.knownAs(name)
  const waiting = accounts.filter((one) => awaitsActivation(one) && one.isActive(now()))
  await inTransaction(async (trx) => {
    for (const account of waiting) await promiseMail(account, origin, trx)
  })
}

async function promiseMail(account: Account, origin: Origin, trx: Trx) {
  if (await Throttle.take(`mail:${account.id}`, brakes.mail, trx)) return
  const happening = { actor: aVisitor(origin), subject: account }
  await record('account.activation_requested', happening, trx)
  await tell(account, 'account_opened', { accountId: account.id }, trx)
}
