import type Account from '#app/accounts/account'
import {
  hashOf,
  problemsOf,
  storePassword,
  type Problems,
  type Typed,
} from '#app/accounts/passwords/new_password'
import { matches } from '#app/accounts/passwords/password_hash'
import Throttle, { brakes, tooOften } from '#app/accounts/signing_in/throttle'
import { permit } from '#app/audit/decide'
import { inTransaction } from '#app/shared/transaction'

const incorrect: Problems = { current_password: ['The current password is not correct.'] }

/** Changes one's own password, forced or chosen. Returns what must be mended, or nothing when it is done. */
export async function changePassword(
  account: Account,
  typed: Typed & { current_password: string }
) {
  await permit(account, 'password.change', account)
  const key = `password:${account.session!.id}`
  const closedUntil = await inTransaction((trx) => Throttle.take(key, brakes.device, trx))
  if (closedUntil) return { current_password: [tooOften(closedUntil)] }

  const from = account.passwordHash!
  const isRight = await matches(from, typed.current_password)
  /** What is counted are guesses: whoever knows the current password may look long for a new one. */
  if (isRight) await inTransaction((trx) => Throttle.release(key, trx))
  const problems = { ...(isRight ? {} : incorrect), ...(await problemsOf(typed, account)) }
  if (Object.keys(problems).length) return problems
  if (await matches(from, typed.new_password)) {
    return { new_password: ['Choose a password that differs from the current one.'] }
  }
  return store(account, { from, to: await hashOf(typed) })
}

function store(account: Account, hashes: { from: string; to: string }) {
  return inTransaction(async (trx): Promise<Problems | undefined> => {
    await permit(account, 'password.change', account, trx)
    const isStored = await storePassword(account, hashes, 'password.changed', trx)
    return isStored ? undefined : incorrect
  })
}
