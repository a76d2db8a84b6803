import type Account from '#app/accounts/account'
import AccountRole from '#app/accounts/account_role'
import { liaisonAppointed } from '#app/accounts/liaisons/liaison_appointed'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { byMail, type Appointee, type Opening } from '#app/enrollment/appointee'
import { openAdministratorsAccount } from '#app/folders/account_opening'
import Organization from '#app/organizations/organization'
import { inTransaction } from '#app/shared/transaction'

/** Opens the account of somebody who looks after a partner's people at once; the way in comes by mail. */
export function openAdministrator(
  by: Account,
  organization: Organization,
  asked: Appointee
): Promise<Opening> {
  return inTransaction(async (trx) => {
    await permit(by, 'administrator.open', organization, trx)
    await Organization.locked(organization.id, trx)
    const opening = await openAdministratorsAccount(by, organization, { ...asked, ...byMail }, trx)
    if ('problems' in opening) return opening

    const { account } = opening
    const role = 'organization_administrator' as const
    await AccountRole.create({ accountId: account.id, role, grantedBy: by.id }, { client: trx })
    await record('administrator.appointed', { actor: by, subject: account }, trx)
    await liaisonAppointed.tell(account, trx)
    return opening
  })
}
