import { within } from '#app/audit/entries'
import { countWaiting } from '#app/files/activity/waiting_files'
import type { Instant } from '#app/shared/clock'
import { inTransaction, isSqlite } from '#app/shared/transaction'
import service from '#config/service'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'
import { v7 as uuidv7 } from 'uuid'

export interface Totals {
  receivedFiles: number
  receivedBytes: number
  downloads: number
  views: number
  /** At most one more than is counted. */
  waiting: number
}

interface Period {
  organizationId: string
  from: Instant
  to: Instant
}

const columns = ['received_files', 'received_bytes', 'downloads', 'views'] as const
const events = ['file.received', 'file.downloaded', 'file.viewed']

/** What came and went in a time of whole days: days that are over were counted once, the rest is counted now. */
export async function totalsOf(period: Period): Promise<Totals> {
  const counted = await countedUntil()
  const from = Math.max(period.from, counted ?? 0)
  const [past, [recent]] = [
    await db
      .from('transfer_days')
      .where('organization_id', period.organizationId)
      .where('begins_at', '>=', period.from)
      .where('begins_at', '<', period.to)
      .sum(Object.fromEntries(columns.map((column) => [column, column])))
      .first(),
    from < period.to ? await tally({ from, to: period.to }, period.organizationId) : [],
  ]
  const sum = (column: (typeof columns)[number]) =>
    Number(past?.[column] ?? 0) + Number(recent?.[column] ?? 0)
  return {
    receivedFiles: sum('received_files'),
    receivedBytes: sum('received_bytes'),
    downloads: sum('downloads'),
    views: sum('views'),
    waiting: await countWaiting(period),
  }
}

/** Counts each day that is over and was not counted yet. Answers how many. */
export async function countDays(asOf: Instant, signal?: AbortSignal) {
  const today = dayOf(asOf)
  let day = dayOf((await countedUntil()) ?? (await firstEntryAt()) ?? asOf)
  let days = 0
  for (; day < today && !signal?.aborted; day = day.plus({ days: 1 })) {
    if (await countDay(day)) days++
  }
  return days
}

async function countDay(day: DateTime) {
  const [from, to] = [day.toMillis(), day.plus({ days: 1 }).toMillis()]
  const counts = await tally({ from, to })
  const rows = counts.map((row) => ({ ...row, id: uuidv7(), begins_at: from }))
  if (!rows.length) return false
  await inTransaction((trx) => trx.table('transfer_days').multiInsert(rows))
  return true
}

const dayOf = (at: Instant) => DateTime.fromMillis(at, { zone: service.timeZone }).startOf('day')

async function countedUntil(): Promise<Instant | undefined> {
  const last = await db
    .from('transfer_days')
    .orderBy('begins_at', 'desc')
    .select('begins_at')
    .first()
  return last ? dayOf(last.begins_at).plus({ days: 1 }).toMillis() : undefined
}

async function firstEntryAt(): Promise<Instant | undefined> {
  const first = await db.from('audit_entries').orderBy('id').select('created_at').first()
  return first?.created_at
}

/** By organization, one row for each that had any. */
async function tally(
  span: { from: Instant; to: Instant },
  organizationId?: string
): Promise<any[]> {
  const sizeBytes = isSqlite()
    ? `case when json_valid(details) then json_extract(details, '$.sizeBytes') end`
    : `substring(details from '"sizeBytes":([0-9]{1,18})')::bigint`
  const when = (event: string, then: string) =>
    `sum(case when event = '${event}' then ${then} else 0 end)`
  const query = within(db.from('audit_entries'), span)
    .whereIn('event', events)
    .where('outcome', 'done')
    .whereNotNull('organization_id')
    .groupBy('organization_id')
    .select('organization_id')
    .select(
      db.raw(
        [
          `${when(events[0], '1')} as received_files`,
          `coalesce(${when(events[0], `coalesce(${sizeBytes}, 0)`)}, 0) as received_bytes`,
          `${when(events[1], '1')} as downloads`,
          `${when(events[2], '1')} as views`,
        ].join(', ')
      )
    )
  return organizationId ? query.where('organization_id', organizationId) : query
}
