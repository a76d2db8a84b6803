import type Account from '#app/accounts/account'
import { networkOf } from '#app/accounts/signing_in/network'
import type { Attempt } from '#app/accounts/signing_in/sign_in'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import type { Origin } from '#app/audit/actor'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'

/**
 * Security rule 9: failed sign-ins slow down. A device that signed in before is counted by itself, so nobody else
 * can make it wait. From other devices an account closes for a growing while, whether it exists or not. A network
 * and the whole service are only slowed, so that nobody is locked out by a neighbour.
 */
export async function ask(attempt: Attempt, account: Account | null) {
  const { key, brake } = keyOf(attempt, account)
  const closedUntil = await inTransaction((trx) =>
    Throttle.take(key, brake, trx, wholeName(attempt.username))
  )
  if (!closedUntil && brake === brakes.account) await hold(attempt.origin)
  return closedUntil
}

/** A sign-in failed: the network and the service remember. The account's own try is counted already. */
export async function lose(origin: Origin, trx: Trx) {
  await Throttle.count(networkKey(origin), brakes.network, trx)
  await Throttle.count('everywhere', brakes.everywhere, trx)
}

/** A sign-in succeeded: what was counted against the account is forgiven. */
export function restore(attempt: Attempt, account: Account, trx: Trx) {
  return Throttle.release(keyOf(attempt, account).key, trx)
}

async function hold(origin: Origin) {
  const holds = await Promise.all([
    Throttle.holdFor(networkKey(origin), brakes.network),
    Throttle.holdFor('everywhere', brakes.everywhere),
  ])
  await pause(Math.max(...holds))
}

function keyOf({ username, mark }: Attempt, account: Account | null) {
  if (account && mark?.accountIds.includes(account.id)) {
    return { key: `device:${account.id}:${mark.id}`, brake: brakes.device }
  }
  return { key: `account:${fingerprint(username)}`, brake: brakes.account }
}

const networkKey = (origin: Origin) => `network:${networkOf(origin.address)}`

/** What is typed into the user name field may be anything, a password included: it is not kept. */
const fingerprint = (username: string) =>
  createHash('sha256').update(keyOfName(username)).digest('base64url')

const keyOfName = (username: string) => username.normalize('NFC').toLowerCase()

/** Whose sign-in is counted. No account's name holds a NUL, and PostgreSQL takes none. */
const wholeName = (username: string) => (username.includes('\0') ? '' : keyOfName(username))
