import type Account from '#app/accounts/account'
import { listed, shown, type ListedAccount } from '#app/accounts/keeping/account_row'
import { filters, searchFor, type Filter } from '#app/accounts/keeping/account_search'
import { notFreed } from '#app/accounts/keeping/freed_name'
import { permit } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

export const sorts = ['name', 'username', 'signed_in', 'ends'] as const
export type Sort = (typeof sorts)[number]

/** What a liaison wants to see of the organization's people, and in which order. */
export interface WantedAccounts {
  search?: string
  filter?: Filter
  sort: Sort
  order: 'asc' | 'desc'
  place: Place
}

/** Each order as its index has it: to the byte, and who never came or never ends at one end of it. */
const keys: Record<Sort, () => string> = {
  name: () => `accounts.name_key ${byBytes()}`,
  username: () => `accounts.username_key ${byBytes()}`,
  signed_in: () => 'coalesce(accounts.last_signed_in_at, 0)',
  ends: () => 'coalesce(accounts.ends_at, 9007199254740991)',
}
const byBytes = () => (isSqlite() ? '' : 'collate "C"')

/** One page of the people of the liaison's own organization. */
export async function listAccounts(
  by: Account,
  wanted: WantedAccounts
): Promise<Slice<ListedAccount>> {
  await permit(by, 'account.list', by.organization)
  const asOf = now()
  const query = db.from('accounts').where('accounts.organization_id', by.organizationId)
  notFreed(query)
  if (wanted.filter) filters[wanted.filter](query, asOf)
  if (wanted.search) searchFor(query, wanted.search)
  const { place } = wanted
  inOrder(query, wanted, await startOf(by, wanted))

  const rows = await shown(query, asOf).limit(pageSize + 1)
  const cameToStart = place.before !== undefined && rows.length < pageSize
  if (cameToStart) return listAccounts(by, { ...wanted, place: {} })
  const cameToEnd = place.after !== undefined && !rows.length
  if (cameToEnd) return listAccounts(by, { ...wanted, place: { last: true } })
  const page = slice(rows, place, ({ id }) => id)
  return { ...page, rows: page.rows.map((row) => listed(row, asOf)) }
}

/** A page begins at a person, so that no address holds a name. */
async function startOf(by: Account, { sort, place: { after, before } }: WantedAccounts) {
  const id = after ?? before
  if (!id) return null
  return db
    .from('accounts')
    .where({ id, organization_id: by.organizationId })
    .select('id', db.raw(`${keys[sort]()} as key`))
    .first()
}

/** The first comparison alone is one that SQLite finds the place in its index by. */
function inOrder(
  query: DatabaseQueryBuilderContract,
  { sort, order, place }: WantedAccounts,
  start: { key: string | number; id: string } | null
) {
  const key = keys[sort]()
  const isUp = (order === 'asc') !== isBackward(place)
  if (start) {
    const sign = isUp ? '>' : '<'
    query.whereRaw(`${key} ${sign}= ?`, [start.key])
    query.whereRaw(`(${key}, accounts.id) ${sign} (?, ?)`, [start.key, start.id])
  }
  const direction = isUp ? 'asc' : 'desc'
  query.orderByRaw(`${key} ${direction}, accounts.id ${direction}`)
}
