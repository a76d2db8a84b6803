import type Account from '#app/accounts/account'
import { unlockNow } from '#app/accounts/keeping/account_unlocking'
import { promiseActivation } from '#app/accounts/passwords/activation_again'
import { promiseReset } from '#app/accounts/passwords/password_reset'
import { endLive } from '#app/accounts/sessions/sessions_end'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import type { Event } from '#app/audit/events'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type { Help } from '#app/support/assistance/assistance_policy'
import { tellLiaisonOf } from '#app/support/assistance/help_notice'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** What came of it: done, or why nothing was. `count` is of what there was to end. */
export type Helped = Done | { refused: string }
export interface Done {
  count?: number
}
type CarryOut = (by: Account, account: Account, trx: Trx) => Promise<Helped>

const events: Record<Help, Event> = {
  unlock: 'account.unlocked_for_caller',
  reset: 'account.reset_for_caller',
  end_sessions: 'account.sessions_ended_for_caller',
  send_activation: 'account.activation_sent_for_caller',
}

const carryOut: Record<Help, CarryOut> = {
  async unlock(_by, account, trx): Promise<Helped> {
    return (await unlockNow(account, trx)) ? {} : { refused: `${account.fullName} is not locked.` }
  },

  async reset(_by, account, trx) {
    return mailed('reset', account, await promiseReset(account, trx), trx)
  },

  async end_sessions(by, account, trx) {
    const count = await endLive(by, account, trx)
    return count ? { count } : { refused: `${account.fullName} is not signed in anywhere.` }
  },

  async send_activation(_by, account, trx) {
    return mailed('send_activation', account, await promiseActivation(account, trx), trx)
  },
}

/**
 * Does one thing with the account of who is on the phone. The reason is on record, and the person's liaison hears of it. What
 * was refused leaves nothing behind.
 */
export async function help(
  by: Account,
  account: Account,
  act: Help,
  because: string
): Promise<Helped> {
  try {
    return await inTransaction((trx) => carriedOut(by, account, act, because, trx))
  } catch (error) {
    if (error instanceof NotDone) return { refused: error.message }
    throw error
  }
}

async function carriedOut(by: Account, account: Account, act: Help, because: string, trx: Trx) {
  await permit(by, `account.assist_${act}`, account, trx)
  const helped = await carryOut[act](by, account, trx)
  if ('refused' in helped) throw new NotDone(helped.refused)
  const details = { because, ...helped }
  await record(events[act], { actor: by, subject: account, details }, trx)
  await tellLiaisonOf(account, { by: by.id, act, because }, trx)
  return helped
}

/** Undoes what was begun. */
class NotDone extends Error {}

/** A second click sends no second mail. */
async function mailed(
  act: Help,
  { id, fullName }: Account,
  refused: string | null,
  trx: Trx
): Promise<Helped> {
  if (refused) return { refused }
  const isAgain = await Throttle.take(`help:${act}:${id}`, brakes.minutely, trx)
  return isAgain
    ? { refused: `A mail went to ${fullName} less than a minute ago. Ask whether it came.` }
    : {}
}
