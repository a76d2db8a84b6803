import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { hashed } from '#app/accounts/passwords/password_hash'
import { brokenRules } from '#app/accounts/passwords/password_policy'
import Secret, { settingPasswords } from '#app/accounts/secret'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** What a person types, twice, to have a new password. */
export interface Typed {
  new_password: string
  retype_password: string
}

/** What must be mended, field by field; empty if nothing must. */
export type Problems = Record<string, string[]>

/** Asks the rules of the account's organization, and whether both fields say the same. */
export async function problemsOf(typed: Typed, account: Account): Promise<Problems> {
  const broken = await brokenRules(typed.new_password, account)
  if (broken.length) return { new_password: broken }
  if (typed.new_password === typed.retype_password) return {}
  return { retype_password: ['Both fields must say the same. Type the new password again.'] }
}

/**
 * Stores a new password, ends every sign-in that the old one began and tells the person by mail. False if the old
 * one, as it was compared, is no longer the one: then nothing is done.
 */
export async function storePassword(
  account: Account,
  { from, to }: { from: string | null; to: string },
  event: 'password.changed' | 'password_reset.done' | 'first_password.set' | 'account.activated',
  trx: Trx
) {
  const [changed] = await Account.query({ client: trx })
    .where({ id: account.id, passwordHash: from })
    .update({
      passwordHash: to,
      passwordChangedAt: now(),
      mustChangePassword: false,
      passwordExpiresAt: null,
    })
  if (Number(changed) !== 1) return false

  await AccountSession.endAll(account, 'password_changed', trx)
  await Secret.revokeAll(account, settingPasswords, trx)
  await record(event, { actor: account, subject: account }, trx)
  await tell(account, 'password_changed', { accountId: account.id, at: now() }, trx)
  return true
}

export const hashOf = ({ new_password }: Typed) => hashed(new_password)
