import Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import type Organization from '#app/organizations/organization'
import { inTransaction } from '#app/shared/transaction'

/**
 * Somebody was deleted in the directory and made anew there, so that Waybill takes them for another person. Forgets which
 * object the account was: the next sign-in finds out. False if nothing was known of anybody of that user name.
 */
export function forgetObject(by: Account, organization: Organization, username: string) {
  return inTransaction(async (trx) => {
    await permit(by, 'directory.configure', organization, trx)
    const account = await Account.query({ client: trx })
      .where({ organizationId: organization.id, username })
      .whereNotNull('directoryObjectId')
      .forUpdate()
      .first()
    if (!account) return false
    await account.merge({ directoryObjectId: null }).useTransaction(trx).save()
    await record('directory.link_forgotten', { actor: by, subject: account }, trx)
    return true
  })
}
