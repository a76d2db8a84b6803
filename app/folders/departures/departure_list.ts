import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { accessEndsWithin } from '#app/folders/departures/departure'
import { day, hour, now, type Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import service from '#config/service'
import db from '@adonisjs/lucid/services/db'
import { DateTime } from 'luxon'

interface ListedDeparture {
  id: string
  fullName: string
  username: string
  status: string
  leftAt: Instant
  accessEndedAt: Instant | null
  isInTime: boolean
  isHeld: boolean
}

/** The departures of the liaison's organization, those planned first, then the latest. */
export async function listDepartures(by: Account, place: Place): Promise<Slice<ListedDeparture>> {
  await permit(by, 'account.list', by.organization)
  const backward = isBackward(place)
  const query = departuresOf(by).whereIn('departures.status', ['done', 'cancelled'])
  const key = place.after ?? place.before
  if (key) query.where('departures.id', backward ? '>' : '<', key)
  const rows = await query.orderBy('departures.id', backward ? 'asc' : 'desc').limit(pageSize + 1)
  const page = slice(rows, place, ({ id }) => id)
  return { ...page, rows: page.rows.map(listed) }
}

/** What is still to come, the next first. */
export async function plannedDepartures(by: Account) {
  await permit(by, 'account.list', by.organization)
  const planned = departuresOf(by).where('departures.status', 'planned')
  const rows = await planned.orderBy('departures.left_at').orderBy('departures.id').limit(200)
  return rows.map(listed)
}

const departuresOf = ({ organizationId }: Account) =>
  db
    .from('departures')
    .join('accounts', 'accounts.id', 'departures.account_id')
    .where('departures.organization_id', organizationId)
    .select('departures.*', 'accounts.full_name', 'accounts.username')

const listed = (row: any): ListedDeparture => ({
  id: row.id,
  fullName: row.full_name,
  username: row.username,
  status: row.status,
  leftAt: Number(row.left_at),
  accessEndedAt: row.access_ended_at === null ? null : Number(row.access_ended_at),
  isInTime:
    row.access_ended_at !== null &&
    Number(row.access_ended_at) - Number(row.left_at) <= accessEndsWithin,
  isHeld: row.held_at !== null,
})

interface Month {
  label: string
  count: number
  inTime: number
  longestHours: number
}

/** Month by month, for the last year: how many left, and how many lost their access within 24 hours. */
export async function departuresByMonth(by: Account): Promise<Month[]> {
  await permit(by, 'account.list', by.organization)
  const rows = await db
    .from('departures')
    .where({ organization_id: by.organizationId, status: 'done' })
    .where('access_ended_at', '>', now() - 366 * day)
    .orderBy('access_ended_at', 'desc')
    .select('left_at', 'access_ended_at')
  const months = new Map<string, Month>()
  for (const row of rows) {
    const tookMs = Math.max(0, Number(row.access_ended_at) - Number(row.left_at))
    const label = monthOf(Number(row.access_ended_at))
    const month = months.get(label) ?? { label, count: 0, inTime: 0, longestHours: 0 }
    months.set(label, month)
    month.count++
    if (tookMs <= accessEndsWithin) month.inTime++
    month.longestHours = Math.max(month.longestHours, Math.round(tookMs / hour))
  }
  return [...months.values()]
}

const monthOf = (at: Instant) =>
  DateTime.fromMillis(at, { zone: service.timeZone, locale: 'en-US' }).toFormat('LLLL yyyy')
