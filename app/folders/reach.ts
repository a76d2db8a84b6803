import type Account from '#app/accounts/account'
import type Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

export const levels = ['viewer', 'contributor', 'manager'] as const
export type Level = (typeof levels)[number]

/** What an account may do in a folder, and where that comes from. */
interface Reach {
  level: Level
  /** The person's own home folder, or the subscription of this folder or of one above it. */
  because: 'home' | FolderSubscription
}

export const strength = (level: Level) => levels.indexOf(level)

/**
 * The strongest access of an account to a folder, or null: then the folder does not exist for that person. A deleted folder exists
 * for nobody. Where the folder stands, and whether it is deleted, is looked up: whoever asks may have held it for long.
 */
export async function reachOf(account: Account, folder: Folder, trx?: Trx): Promise<Reach | null> {
  if (folder.isDeleted) return null
  if (folder.ownerId === account.id) return { level: 'manager', because: 'home' }
  return account.lately(`reach of ${folder.id}`, () => strongestOf(account, folder, trx), trx)
}

/** Whether an account would reach a folder that is deleted, if it were not. */
export async function reachedBefore(account: Account, folder: Folder, trx?: Trx) {
  const found = await subscriptionsTo(folder, account, trx)
  return found.length > 0
}

async function strongestOf(account: Account, folder: Folder, trx?: Trx): Promise<Reach | null> {
  const subscriptions = await subscriptionsTo(folder, account, trx, 'folders.deletion_id is null')
  const strongest = strongestAmong(subscriptions)
  return strongest ? { level: strongest.level, because: strongest } : null
}

/** The person's live subscriptions of a folder and of those above it. */
function subscriptionsTo({ id }: Folder, account: Account, trx?: Trx, only = '1 = 1') {
  return FolderSubscription.query({ client: trx })
    .withScopes((scopes) => scopes.live(now()))
    .where('accountId', account.id)
    .whereExists((query) =>
      query
        .from('folders')
        .where('folders.id', id)
        .whereRaw(only)
        .whereRaw("folders.lineage like '%/' || folder_subscriptions.folder_id || '/%'")
    )
}

/** Of several subscriptions the one that counts. */
export const strongestAmong = <S extends { level: Level }>(subscriptions: S[]): S | undefined =>
  subscriptions.toSorted((a, b) => strength(b.level) - strength(a.level))[0]

export const reaches = (reach: { level: Level } | null, level: Level) =>
  reach !== null && strength(reach.level) >= strength(level)
