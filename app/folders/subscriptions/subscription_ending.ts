import Account from '#app/accounts/account'
import { tellLiaisons } from '#app/accounts/liaisons/liaison_notices'
import { permit } from '#app/audit/decide'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { lockFolder } from '#app/folders/tally'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** Ends somebody's access, by either side, and tells the person and, across organizations, the other side. False if it was over. */
export function endSubscription(by: Account, subscription: FolderSubscription, outer?: Trx) {
  return inTransaction(async (trx) => {
    if (!(await subscription.end(by, 'ended', trx))) return false
    const { folder, account, isAcross } = await subscription.withBothSides(trx)
    const payload = { subscriptionId: subscription.id }
    await tell(account, 'subscription_ended', payload, trx)
    if (isAcross) {
      const other = [folder, account].find((side) => side.organizationId !== by.organizationId)!
      await tellLiaisons(other.organizationId, 'subscription_ended_across', payload, trx)
    }
    return true
  }, outer)
}

/** Whether who ended it can take that back alone: what two agencies agreed to, they agree to anew. */
export const canBeRestarted = ({ endedBecause, expiresAt, isAcross }: FolderSubscription) =>
  endedBecause === 'ended' && !isAcross && (expiresAt === null || expiresAt > now())

/** `Undo`: the same terms once more. Null if there is nothing to undo, or somebody was quicker. */
export function restartSubscription(by: Account, ended: FolderSubscription, outer?: Trx) {
  return inTransaction(async (trx) => {
    const { folder, account } = await ended.withBothSides(trx)
    await lockFolder(folder.id, trx)
    await permit(by, 'subscription.start', folder, trx)
    if (!canBeRestarted(ended)) return null
    const person = await Account.findOrFail(account.id, { client: trx })
    if (!person.isActive(now()) || (await isSubscribed(ended, trx))) return null
    const terms = { ...ended.terms, replacesId: ended.id }
    const again = await FolderSubscription.start(by, folder, account, terms, trx)
    await tell(account, 'subscription_started', { subscriptionId: again.id }, trx)
    return again
  }, outer)
}

const isSubscribed = ({ folderId, accountId }: FolderSubscription, trx: Trx) =>
  FolderSubscription.query({ client: trx })
    .withScopes((scopes) => scopes.live(now()))
    .where({ folderId, accountId })
    .first()
