import { pathOf, placesAsOf, type Place } from '#app/folders/access/access_as_of'
import { offersOf, type OfferTold } from '#app/folders/access/access_offers'
import type { Level } from '#app/folders/reach'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** One ground on which somebody reaches a folder and what lies below it. */
export interface AccessEntry {
  /** The subscription's; an owner's home has none. */
  id: string | null
  accountId: string
  username: string
  person: string
  organization: string
  /** Null for a folder of another organization: it is named as its person sees it, and not opened from here. */
  folderId: string | null
  folder: string
  agency: string
  level: Level
  /** Told of a folder that was asked for: the folder above it that the access comes from. */
  inheritedFrom: string | null
  isHome: boolean
  grantedBy: string | null
  offer: OfferTold | null
  purpose: string | null
  agreementNumber: string | null
  since: Instant
  lastUsedAt: Instant | null
  until: Instant | null
}

/** What the query reads of each subscription. */
export const columns = [
  'grants.*',
  'folders.name as folder_name',
  'folders.organization_id as keeper_id',
  'accounts.username',
  'accounts.username_key',
  'accounts.full_name',
  'accounts.organization_id as home_id',
]

interface Asked {
  organizationId: string
  at: Instant
  folder?: Place
}

/** Rows as a liaison reads them: with names instead of ids, and nothing of another organization's tree. */
export async function entriesOf(rows: any[], { organizationId, at, folder }: Asked) {
  const own = rows.filter(({ keeper_id: keeper }) => keeper === organizationId)
  const places = await placesAsOf(
    own.map(({ folder_id: id }) => id),
    at
  )
  const names = await namesOf(
    'organizations',
    'name',
    rows.flatMap(({ keeper_id: keeper, home_id: home }) => [keeper, home])
  )
  const granters = await namesOf(
    'accounts',
    'full_name',
    rows.map(({ granted_by: by }) => by)
  )
  const offers = await offersOf(
    rows.filter(({ keeper_id: keeper, home_id: home }) => keeper !== home)
  )

  return rows.map((row): AccessEntry => {
    const place = places.get(row.folder_id)
    const isInherited = folder !== undefined && row.folder_id !== folder.id
    const offer = offers.get(row.id) ?? null
    return {
      ...toldOf(row),
      organization: names.get(row.home_id)!,
      folderId: place ? row.folder_id : null,
      folder: place ? pathOf(folder ?? place) : (row.shown_as ?? row.folder_name),
      agency: names.get(row.keeper_id)!,
      inheritedFrom: isInherited && place ? pathOf(place) : null,
      grantedBy: offer ? null : (granters.get(row.granted_by) ?? null),
      offer,
    }
  })
}

const toldOf = (row: any) => ({
  id: row.id,
  accountId: row.account_id,
  username: row.username,
  person: row.full_name,
  level: row.level,
  isHome: false,
  purpose: row.purpose,
  agreementNumber: row.agreement_number,
  since: row.created_at,
  lastUsedAt: row.last_used_at,
  until: row.expires_at,
})

/** By id. */
export async function namesOf(table: string, column: string, ids: (string | null)[]) {
  const known = [...new Set(ids)].filter((id) => id !== null)
  const rows = known.length ? await db.from(table).whereIn('id', known).select('id', column) : []
  return new Map<string, string>(rows.map((row) => [row.id, row[column]]))
}
