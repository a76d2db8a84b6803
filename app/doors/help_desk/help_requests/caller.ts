import Account from '#app/accounts/account'
import { isId } from '#app/shared/place'

/** Whom the address of the form names, if it names anybody. */
export const calledByAddress = (id: unknown) =>
  isId(id) ? Account.query().where({ id }).preload('organization').first() : null

/** Whom the form means: by the exact user name, or by a name or mail address that only one person has. */
export async function called(name: string) {
  const exact = await Account.named(name)
  if (exact) return exact
  const known = await Account.knownAs(name)
  return known.length === 1 ? Account.named(known[0].username) : null
}
