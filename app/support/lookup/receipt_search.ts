import type { Instant } from '#app/shared/clock'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** A file as its receipt's code alone tells of it: never what it is called, never what is in it. */
export interface ReceiptHit {
  code: string
  receivedAt: Instant
}

const most = 20

/** The files whose code begins so. */
export async function receiptsLike(start: string): Promise<ReceiptHit[]> {
  const column = isSqlite() ? 'code' : 'code collate "C"'
  const rows = await db
    .from('files')
    .whereRaw(`${column} between ? and ?`, [start, `${start}~`])
    .orderByRaw(column)
    .limit(most)
    .select('code', 'received_at')
  return rows.map((row) => ({ code: row.code, receivedAt: row.received_at }))
}
