import type Account from '#app/accounts/account'
import { askDirectory, type Verdict } from '#app/accounts/directories/directory_sign_in'
import { notCorrect } from '#app/accounts/directories/directory_state'
import { matches, nobodysHash } from '#app/accounts/passwords/password_hash'

/**
 * The one check of a user name and a password, for every way in. Whether there is such an account does not show in the
 * time it takes: somebody's hash is always compared, and nobody's is at hand from the first sign-in on. A directory
 * account never falls back to a local password (security rule 10).
 */
export async function checkCredentials(
  account: Account | null,
  password: string
): Promise<Verdict> {
  const known = account?.isLocal ? account.passwordHash : null
  const isRight = await matches(known ?? (await nobodysHash()), password)
  if (account && !account.isLocal) return askDirectory(account, password)
  return known !== null && isRight ? { areRight: true } : { areRight: false, reason: notCorrect }
}
