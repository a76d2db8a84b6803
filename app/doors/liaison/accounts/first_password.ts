import type Account from '#app/accounts/account'
import encryption from '@adonisjs/core/services/encryption'
import type { HttpContext } from '@adonisjs/core/http'

type Session = HttpContext['session']

const key = 'first_password'
const purpose = (account: Account) => `first password of ${account.id}`

/**
 * Keeps a first password for the next page, which shows it: sealed, for ten minutes, in the bag of who asked for it. No
 * database and no backup ever has it in the clear.
 */
export function carryFirstPassword(session: Session, account: Account, text: string) {
  const sealed = encryption.encrypt(text, { purpose: purpose(account), expiresIn: '10 minutes' })
  session.put(key, sealed)
}

/** Hands it over once; afterwards it is nowhere. */
export function takeFirstPassword(session: Session, account: Account) {
  const sealed = session.get(key)
  const text =
    typeof sealed === 'string' ? encryption.decrypt<string>(sealed, purpose(account)) : null
  if (text !== null) session.forget(key)
  return text
}
