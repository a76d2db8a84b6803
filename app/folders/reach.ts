import type Account from '#app/accounts/account'
import type Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/folder_subscription'
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

/** The strongest access of an account to a folder, or null: then the folder does not exist for that person. */
export async function reachOf(account: Account, folder: Folder, trx?: Trx): Promise<Reach | null> {
  if (folder.ownerId === account.id) return { level: 'manager', because: 'home' }
  return account.lately(`reach of ${folder.lineage}`, () => strongestOf(account, folder, trx), trx)
}

async function strongestOf(account: Account, folder: Folder, trx?: Trx): Promise<Reach | null> {
  const subscriptions = await FolderSubscription.query({ client: trx })
    .withScopes((scopes) => scopes.live(now()))
    .where('accountId', account.id)
    .whereIn('folderId', folder.lineageIds)
  const strongest = subscriptions.sort((a, b) => strength(b.level) - strength(a.level))[0]
  return strongest ? { level: strongest.level, because: strongest } : null
}

export const reaches = (reach: Reach | null, level: Level) =>
  reach !== null && strength(reach.level) >= strength(level)
