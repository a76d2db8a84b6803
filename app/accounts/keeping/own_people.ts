import Account from '#app/accounts/account'
import { conceal } from '#app/audit/conceal'

/** A person of the keeper's own organization; anybody else is as if there were nobody. Throws E_ROW_NOT_FOUND. */
export async function ownPerson(keeper: Account, id: string) {
  const account = await Account.query()
    .where({ id })
    .preload('organization')
    .preload('grants')
    .firstOrFail()
  return account.organizationId === keeper.organizationId ? account : conceal(keeper, account)
}
