import type Account from '#app/accounts/account'
import Folder from '#app/folders/folder'
import { reachedBefore } from '#app/folders/reach'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import FolderSubscription, {
  type SubscriptionEnd,
} from '#app/folders/subscriptions/folder_subscription'
import FolderDeletion from '#app/folders/tree/folder_deletion'
import { now, type Instant } from '#app/shared/clock'

/** Why somebody does not reach a folder: more than that person may be told. */
export type NoReach =
  | { cause: 'folder_deleted'; until: Instant | null; wasReached: boolean }
  | { cause: 'not_own_home' }
  | { cause: 'offered'; since: Instant }
  | { cause: 'ended'; because: SubscriptionEnd; at: Instant }
  | { cause: 'never' }

/** For whom `reachOf` says that there is nothing; what is said here is for those who help, and decides nothing. */
export async function whyNoReach(account: Account, folder: Folder): Promise<NoReach> {
  if (folder.isDeleted) {
    const isOwn = folder.ownerId === account.id
    const wasReached = isOwn || (await reachedBefore(account, folder))
    return { cause: 'folder_deleted', until: await recoverable(folder), wasReached }
  }
  if (await liesInHome(folder)) return { cause: 'not_own_home' }
  const offer = await offerTo(account, folder)
  if (offer) return { cause: 'offered', since: offer.createdAt }
  return (await lastOf(account, folder)) ?? { cause: 'never' }
}

async function recoverable({ deletionId }: Folder) {
  const deletion = await FolderDeletion.find(deletionId!)
  return deletion && deletion.lapsedAt === null ? deletion.recoverableUntil : null
}

async function liesInHome(folder: Folder) {
  if (folder.isHome) return true
  const [top] = folder.lineageIds
  const found = await Folder.query().where('id', top).whereNotNull('ownerId').first()
  return found !== null
}

/** Offers go by user name or mail address: nobody was looked up when they were made. */
function offerTo({ organizationId, usernameKey, email }: Account, folder: Folder) {
  const names = [usernameKey, ...(email ? [email.toLowerCase()] : [])]
  return SubscriptionOffer.query()
    .withScopes((scopes) => scopes.waiting())
    .whereIn('folderId', folder.lineageIds)
    .where('askedOrganizationId', organizationId)
    .whereIn('namedKey', names)
    .first()
}

/** The one that ended last, whether somebody ended it or its day came. */
async function lastOf({ id }: Account, folder: Folder): Promise<NoReach | null> {
  const subscriptions = await FolderSubscription.query()
    .where('accountId', id)
    .whereIn('folderId', folder.lineageIds)
  const ended = subscriptions.map(endOf).sort((a, b) => b.at - a.at)
  return ended.length ? { cause: 'ended', ...ended[0] } : null
}

const endOf = ({ endedAt, endedBecause, expiresAt }: FolderSubscription) =>
  endedAt === null
    ? { because: 'expired' as const, at: expiresAt ?? now() }
    : { because: endedBecause ?? ('ended' as const), at: endedAt }
