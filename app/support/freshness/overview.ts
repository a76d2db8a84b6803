import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place } from '#app/shared/place'
import { findingsOf } from '#app/support/freshness/checks'
import { markOf } from '#app/support/freshness/completeness'
import { contextsFor } from '#app/support/freshness/context'
import { publishedRecords } from '#app/support/freshness/record_marks'
import db from '@adonisjs/lucid/services/db'

/** The published records of all agencies, the worst first, as they were counted last; each row as it is now. */
export async function listRecords(by: Account, place: Place) {
  await permit(by, 'operations.open', by.organization)
  const page = slice(await readPage(place), place, keyOf)
  const records = await publishedRecords(page.rows.map(({ id }) => id))
  const contexts = await contextsFor(records, now())
  const rows = page.rows.flatMap((row) => {
    const record = records.find(({ programId }) => programId === row.id)
    if (!record) return []
    const context = contexts.get(row.id)!
    const standing = context.standing!
    return [
      {
        ...row,
        ...standing,
        isStale: standing.staleAt <= context.asOf,
        mark: markOf(record.entries),
        findings: findingsOf(record.entries, context),
      },
    ]
  })
  return { ...page, rows }
}

interface Row {
  id: string
  program: string
  agency: string
  weight: number
}

const keyOf = ({ weight, id }: Row) => `${weight}.${id}`

function readPage(place: Place): Promise<Row[]> {
  const backward = isBackward(place)
  const direction = backward ? 'asc' : 'desc'
  const query = db
    .from('record_marks as m')
    .join('programs as p', 'p.id', 'm.program_id')
    .join('organizations as o', 'o.id', 'p.organization_id')
    .whereNull('p.retired_at')
    .whereNull('o.suspended_at')
    .orderBy('m.weight', direction)
    .orderBy('m.program_id', direction)
    .limit(pageSize + 1)
  const key = place.after ?? place.before
  if (key) {
    const from = [Number(key.slice(0, -37)), key.slice(-36)]
    query.whereRaw(`(m.weight, m.program_id) ${backward ? '>' : '<'} (?, ?)`, from)
  }
  return query.select('m.program_id as id', 'm.weight', 'p.name as program', 'o.name as agency')
}
