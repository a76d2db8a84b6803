import Account from '#app/accounts/account'

/** Somebody of the same organization by user name, in capitals or not. */
export async function ownPerson({ organizationId }: Account, username: string) {
  const usernameKey = username.normalize('NFC').trim().toLowerCase()
  return Account.query().where({ organizationId, usernameKey }).first()
}
