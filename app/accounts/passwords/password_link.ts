import Account from '#app/accounts/account'
import { hashOf, problemsOf, storePassword, type Typed } from '#app/accounts/passwords/new_password'
import Secret, { type Purpose } from '#app/accounts/secret'
import type { Origin } from '#app/audit/actor'
import { now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'

/** The account that a link to set a password belongs to, as long as the link is good. Looking uses nothing up. */
export async function accountByLink(token: string, purposes: readonly Purpose[]) {
  const secret = await Secret.findLive(token, purposes)
  if (!secret) return null
  const account = await Account.query()
    .where({ id: secret.accountId, credentialSource: 'local' })
    .preload('organization')
    .preload('grants')
    .first()
  return account?.isActive(now()) ? account : null
}

type Setting = { account: Account } | { problems: Record<string, string[]> } | 'link_is_gone'

const events = {
  password_reset: 'password_reset.done',
  first_password: 'first_password.set',
  activation: 'account.activated',
} as const

/** Sets a password by a link of one of these purposes, once. What breaks a rule leaves the link good for another try. */
export async function setPasswordByLink(
  token: string,
  purposes: readonly Purpose[],
  typed: Typed,
  origin: Origin
): Promise<Setting> {
  const account = await accountByLink(token, purposes)
  if (!account) return 'link_is_gone'
  account.origin = origin

  const problems = await problemsOf(typed, account)
  if (Object.keys(problems).length) return { problems }
  const hashes = { from: account.passwordHash, to: await hashOf(typed) }
  return inTransaction(async (trx) => {
    const secret = await Secret.findLive(token, purposes, trx)
    if (!secret || !(await secret.use(trx))) return 'link_is_gone'
    const isStored = await storePassword(account, hashes, events[secret.purpose], trx)
    return isStored ? { account } : 'link_is_gone'
  })
}
