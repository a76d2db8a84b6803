import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { pathsOf } from '#app/folders/tree/folder_paths'
import { soon } from '#app/folders/requests/inbox_kinds'
import { byBytes, isThere, pageOf } from '#app/folders/key_order'
import type { Level } from '#app/folders/reach'
import { searchFor } from '#app/folders/subscriptions/subscription_search'
import { now, type Instant } from '#app/shared/clock'
import type { Place, Slice } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

export const sorts = ['person', 'folder', 'until', 'since'] as const
export type Sort = (typeof sorts)[number]

/** Which subscriptions somebody who speaks for an organization wants to see. */
export interface WantedSubscriptions {
  /** Everybody in our folders, or our people in the folders of others. */
  side: 'ours' | 'elsewhere'
  search?: string
  level?: Level
  isAcross?: boolean
  isEnding?: boolean
  sort: Sort
  order: 'asc' | 'desc'
  place: Place
}

/** One row of the list. The path is only there for who keeps the folder. */
export interface ListedSubscription {
  id: string
  accountId: string
  person: string
  username: string
  folderId: string
  shownName: string
  path?: string
  /** The other side's: of the person, or of the folder. */
  organization: string
  isAcross: boolean
  level: Level
  purpose: string | null
  agreementNumber: string | null
  createdAt: Instant
  expiresAt: Instant | null
}

const keys: Record<Sort, () => string> = {
  person: () => byBytes('s.person_key'),
  folder: () => byBytes('f.name_key'),
  until: () => 'coalesce(s.expires_at, 9007199254740991)',
  since: () => 's.created_at',
}

/** Of others' folders not even the order gives away what they are called behind that name. */
const shownName = 'lower(coalesce(s.shown_as, f.name))'

/** One page of the live subscriptions of one side. */
export async function listSubscriptions(
  by: Account,
  wanted: WantedSubscriptions
): Promise<Slice<ListedSubscription>> {
  await permit(by, 'subscription.list', by.organization)
  const { sort, order, place, side } = wanted
  const isOurs = side === 'ours'
  const key = sort === 'folder' && !isOurs ? byBytes(shownName) : keys[sort]()
  const search = await searchFor(wanted.search ?? '', { side, organizationId: by.organizationId })
  const page = await pageOf(
    () => search(seen(by, wanted)),
    { key, id: 's.id', isDown: order === 'desc' },
    place
  )
  const paths = isOurs ? await pathsOf(page.rows.map(({ lineage }) => lineage)) : new Map()
  return { ...page, rows: page.rows.map((row) => listed(row, paths.get(row.lineage))) }
}

function seen(by: Account, wanted: WantedSubscriptions) {
  const { level, isAcross, isEnding } = wanted
  const asOf = now()
  const query = within(by, wanted)
    .whereNull('s.ended_at')
    .whereRaw('(s.expires_at is null or s.expires_at > ?)', [asOf])
    .whereRaw(isThere)
    .select('s.*', 'a.full_name', 'a.username', 'f.name', 'f.lineage', 'o.name as organization')
  if (isAcross) query.whereRaw(across)
  if (level) query.where('s.level', level)
  if (isEnding) query.where('s.expires_at', '<=', asOf + soon)
  return query
}

const across = 's.folder_organization_id <> s.person_organization_id'

/** By folder the way leads from the agency's folders, in every other order along the subscriptions themselves. */
function within({ organizationId }: Account, { side, sort }: WantedSubscriptions) {
  const query = joined()
  if (side === 'elsewhere') {
    query.join('organizations as o', 'o.id', 's.folder_organization_id')
    return query.where('s.person_organization_id', organizationId).whereRaw(across)
  }
  query.join('organizations as o', 'o.id', 's.person_organization_id')
  return sort === 'folder'
    ? query.where('f.organization_id', organizationId)
    : query.where('s.folder_organization_id', organizationId)
}

const joined = () =>
  db
    .from('folder_subscriptions as s')
    .join('folders as f', 'f.id', 's.folder_id')
    .join('accounts as a', 'a.id', 's.account_id')

const listed = (row: any, path?: string): ListedSubscription => ({
  id: row.id,
  accountId: row.account_id,
  person: row.full_name,
  username: row.username,
  folderId: row.folder_id,
  shownName: row.shown_as ?? row.name,
  path,
  organization: row.organization,
  isAcross: row.folder_organization_id !== row.person_organization_id,
  level: row.level,
  purpose: row.purpose,
  agreementNumber: row.agreement_number,
  createdAt: Number(row.created_at),
  expiresAt: row.expires_at === null ? null : Number(row.expires_at),
})
