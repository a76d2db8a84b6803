import type Account from '#app/accounts/account'
import { matches, nobodysHash } from '#app/accounts/password_hash'

/**
 * The one comparison of a user name and a password. Whether there is such an account does not show in the time it
 * takes: somebody's hash is always compared, and nobody's is at hand from the first sign-in on. A directory account never falls back to a local password.
 */
export async function credentialsAreRight(account: Account | null, password: string) {
  const known = account?.isLocal ? account.passwordHash : null
  const nobodys = await nobodysHash()
  const isRight = await matches(known ?? nobodys, password)
  return known !== null && isRight
}
