import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { pathsOf } from '#app/folders/tree/folder_paths'
import { byBytes, isThere, pageOf } from '#app/folders/key_order'
import type { Level } from '#app/folders/reach'
import { now, type Instant } from '#app/shared/clock'
import type { Place, Slice } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

/** A folder that somebody can open, with all that lies below it. */
interface ReachedFolder {
  id: string
  folderId: string
  /** In the own agency the whole path; elsewhere the name as the person sees it. */
  name: string
  agency: string
  isAcross: boolean
  level: Level
  purpose: string | null
  createdAt: Instant
  expiresAt: Instant | null
  grantedBy: string | null
  /** Who of the own organization agreed to it. */
  acceptedBy: string | null
}

/** What an account of one's own organization can open, beside its home folder. */
export async function listReach(
  by: Account,
  account: Account,
  place: Place
): Promise<Slice<ReachedFolder>> {
  await permit(by, 'account.show', account)
  const page = await pageOf(
    () => reached(account),
    { key: byBytes('lower(coalesce(s.shown_as, f.name))'), id: 's.id' },
    place
  )
  const own = page.rows.filter(({ keeper }) => keeper === by.organizationId)
  const paths = await pathsOf(own.map(({ lineage }) => lineage))
  return { ...page, rows: page.rows.map((row) => folder(row, paths.get(row.lineage))) }
}

const reached = (account: Account) =>
  db
    .from('folder_subscriptions as s')
    .join('folders as f', 'f.id', 's.folder_id')
    .join('organizations as o', 'o.id', 'f.organization_id')
    .leftJoin('accounts as g', 'g.id', 's.granted_by')
    .leftJoin('subscription_offers as offer', 'offer.subscription_id', 's.id')
    .leftJoin('accounts as d', 'd.id', 'offer.decided_by')
    .where('s.account_id', account.id)
    .whereNull('s.ended_at')
    .whereRaw('(s.expires_at is null or s.expires_at > ?)', [now()])
    .whereRaw(isThere)
    .select('s.*', 'f.name', 'f.lineage', 'f.organization_id as keeper', 'o.name as agency')
    .select('g.full_name as grantor', 'd.full_name as acceptor')

const folder = (row: any, path?: string): ReachedFolder => ({
  id: row.id,
  folderId: row.folder_id,
  name: path ?? row.shown_as ?? row.name,
  agency: row.agency,
  isAcross: path === undefined,
  level: row.level,
  purpose: row.purpose,
  createdAt: Number(row.created_at),
  expiresAt: row.expires_at === null ? null : Number(row.expires_at),
  grantedBy: row.grantor,
  acceptedBy: row.acceptor,
})
