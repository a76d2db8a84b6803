import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { awaitsActivation } from '#app/accounts/passwords/activation'
import { makeFirstPassword } from '#app/accounts/passwords/first_password'
import Secret, { settingPasswords } from '#app/accounts/secret'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

interface Wish {
  /** How the person comes to a new password; nobody chooses one for another. */
  first: 'mailed_link' | 'shown_once'
  /** When the password was reset last, as who wants it now saw it. */
  seen: Instant | null
}

/** The new first password is there once, for who asked to see it. */
type Reset = { done: true; firstPassword?: string } | { refused: string }

/** Makes somebody's password void at once, with all sign-ins that it began, and tells the person. */
export async function voidPassword(by: Account, account: Account, wish: Wish): Promise<Reset> {
  await permit(by, 'account.reset_password', account)
  const made = wish.first === 'shown_once' ? await makeFirstPassword() : undefined
  return inTransaction(async (trx) => {
    await permit(by, 'account.reset_password', account, trx)
    const reason = whyNot(await account.useTransaction(trx).refresh(), wish)
    if (reason) return { refused: reason }

    const columns = made?.columns ?? { passwordHash: null, passwordExpiresAt: null }
    const [changed] = await Account.query({ client: trx })
      .where({ id: account.id, passwordResetAt: wish.seen })
      .update({ ...columns, mustChangePassword: true, passwordResetAt: now() })
    if (Number(changed) !== 1) return { refused: wasReset }

    await account.useTransaction(trx).refresh()
    await AccountSession.endAll(account, 'password_changed', trx, by)
    await Secret.revokeAll(account, settingPasswords, trx)
    await record('account.password_reset', { actor: by, subject: account }, trx)
    await tellOf(account, trx)
    return { done: true, firstPassword: made?.text }
  })
}

const wasReset =
  'The password was reset already since you opened that page, by you or by somebody else. Nothing was done now.'

function whyNot(account: Account, { first }: Wish) {
  if (!account.isActive(now())) return 'This account is not active. Reactivate it first.'
  if (first === 'mailed_link' && !account.email) {
    return 'No mail address is known for this person. Add one under Edit, or have the first password shown.'
  }
  return null
}

/** Whoever never had a password gets the mail to activate the account anew. */
async function tellOf(account: Account, trx: Trx) {
  if (!account.email) return
  const kind = awaitsActivation(account) ? 'account_opened' : 'password_voided'
  await tell(account, kind, { accountId: account.id, at: now() }, trx)
}
