import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import type Folder from '#app/folders/folder'
import { pathsOf } from '#app/folders/tree/folder_paths'
import { byBytes, isThere, pageOf } from '#app/folders/key_order'
import type { Level } from '#app/folders/reach'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { now, type Instant } from '#app/shared/clock'
import type { Place, Slice } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

/** Somebody who reaches a folder, and by which subscription. */
interface FolderReader {
  id: string
  accountId: string
  person: string
  username: string
  organization: string
  isAcross: boolean
  level: Level
  shownAs: string | null
  purpose: string | null
  createdAt: Instant
  expiresAt: Instant | null
  /** Where the access was given, if that is a folder above. */
  from?: { id: string; path: string }
}

/** `Who has access` of one folder: by its own subscriptions and by those of the folders above it. */
export async function listAccess(
  by: Account,
  folder: Folder,
  place: Place
): Promise<Slice<FolderReader>> {
  await permit(by, 'subscription.start', folder)
  const page = await pageOf(
    () => reading(folder),
    { key: byBytes('s.person_key'), id: 's.id' },
    place
  )
  const above = page.rows.filter(({ folder_id: id }) => id !== folder.id)
  const paths = await pathsOf(above.map(({ lineage }) => lineage))
  return { ...page, rows: page.rows.map((row) => reader(row, folder, paths)) }
}

/** What was offered and is not answered yet, with the names as they were typed. */
export function offersOf(folder: Folder) {
  return SubscriptionOffer.query()
    .withScopes((scopes) => scopes.waiting())
    .where('folderId', folder.id)
    .preload('askedOrganization')
    .orderBy('id')
    .limit(50)
}

const reading = (folder: Folder) =>
  db
    .from('folder_subscriptions as s')
    .join('folders as f', 'f.id', 's.folder_id')
    .join('accounts as a', 'a.id', 's.account_id')
    .join('organizations as o', 'o.id', 'a.organization_id')
    .whereIn('s.folder_id', folder.lineageIds)
    .whereNull('s.ended_at')
    .whereRaw('(s.expires_at is null or s.expires_at > ?)', [now()])
    .whereRaw(isThere)
    .select('s.*', 'a.full_name', 'a.username', 'f.lineage', 'o.name as organization')

const reader = (row: any, folder: Folder, paths: Map<string, string>): FolderReader => ({
  id: row.id,
  accountId: row.account_id,
  person: row.full_name,
  username: row.username,
  organization: row.organization,
  isAcross: row.person_organization_id !== folder.organizationId,
  level: row.level,
  shownAs: row.shown_as,
  purpose: row.purpose,
  createdAt: Number(row.created_at),
  expiresAt: row.expires_at === null ? null : Number(row.expires_at),
  from:
    row.folder_id === folder.id ? undefined : { id: row.folder_id, path: paths.get(row.lineage)! },
})
