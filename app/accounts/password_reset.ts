import Account from '#app/accounts/account'
import { hashOf, problemsOf, storePassword, type Typed } from '#app/accounts/new_password'
import Secret, { resettingPasswords } from '#app/accounts/secret'
import Throttle, { brakes } from '#app/accounts/throttle'
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

/** The account that a link belongs to, mailed or given at the first sign-in, as long as the link is good. Looking uses nothing up. */
export async function accountForReset(token: string) {
  const secret = await Secret.findLive(token, resettingPasswords)
  if (!secret) return null
  const account = await Account.query()
    .where({ id: secret.accountId, credentialSource: 'local' })
    .preload('organization')
    .preload('grants')
    .first()
  return account?.isActive(now()) ? account : null
}

type Reset = { account: Account } | { problems: Record<string, string[]> } | 'link_is_gone'

/** Sets a new password by a link, once. What breaks a rule leaves the link good for another try. */
export async function resetPassword(token: string, typed: Typed, origin: Origin): Promise<Reset> {
  const account = await accountForReset(token)
  if (!account) return 'link_is_gone'
  account.origin = origin

  const problems = await problemsOf(typed, account)
  if (Object.keys(problems).length) return { problems }
  const hashes = { from: account.passwordHash, to: await hashOf(typed) }
  return inTransaction(async (trx) => {
    const secret = await Secret.findLive(token, resettingPasswords, trx)
    if (!secret || !(await secret.use(trx))) return 'link_is_gone'
    const event = secret.purpose === 'first_password' ? 'first_password.set' : 'password_reset.done'
    const isStored = await storePassword(account, hashes, event, trx)
    return isStored ? { account } : 'link_is_gone'
  })
}
