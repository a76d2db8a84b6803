import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** Texts in an order are compared byte by byte, the same on both databases, as their indexes are. */
export const byBytes = (column: string) => (isSqlite() ? column : `${column} collate "C"`)

/** Of a folder `f`. Nearly all are there, so that an index of those would be the worst of ways: SQLite is kept from taking it. */
export const isThere = '(f.deletion_id is null) = true'

interface Order {
  /** An expression; the rows' id tells two of one key apart. */
  key: string
  id: string
  isDown?: boolean
}

/**
 * One page of a query in an order. A page begins at a row, so that no address holds a name; a row that the query does not hold
 * begins nowhere. What stood on a page may be gone: then the next one that there is is shown.
 */
export async function pageOf(
  rows: () => DatabaseQueryBuilderContract,
  order: Order,
  place: Place
): Promise<Slice<any>> {
  const query = rows()
  const { key, id } = order
  const isUp = !order.isDown !== isBackward(place)
  const start = await startOf(rows(), order, place.after ?? place.before)
  if (start) {
    const sign = isUp ? '>' : '<'
    query.whereRaw(`${key} ${sign}= ?`, [start.key])
    query.whereRaw(`(${key}, ${id}) ${sign} (?, ?)`, [start.key, start.id])
  }
  const direction = isUp ? 'asc' : 'desc'
  query.orderByRaw(`${key} ${direction}, ${id} ${direction}`)
  const read = await query.limit(pageSize + 1)
  const cameToStart = place.before !== undefined && read.length < pageSize
  if (cameToStart) return pageOf(rows, order, {})
  const cameToEnd = place.after !== undefined && !read.length
  if (cameToEnd) return pageOf(rows, order, { last: true })
  return slice(read, place, (row) => row.id)
}

async function startOf(query: DatabaseQueryBuilderContract, { key, id }: Order, at?: string) {
  if (!at) return null
  return query
    .where(id, at)
    .clearSelect()
    .select(`${id} as id`, db.raw(`${key} as key`))
    .first()
}
