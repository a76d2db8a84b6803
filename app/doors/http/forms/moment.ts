import service from '#config/service'
import type { Instant } from '#app/shared/clock'
import { DateTime } from 'luxon'

const zone = service.timeZone

/** A day and perhaps a time as their fields write them, "2027-01-31" and "14:30": meant is the service's zone. Null if there is no such. */
export function momentOf(on: string, at?: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || (at && !/^\d{2}:\d{2}$/.test(at))) return null
  const moment = DateTime.fromISO(at ? `${on}T${at}` : on, { zone })
  if (!moment.isValid) return null
  return (at ? moment.endOf('minute') : moment.endOf('day')).toMillis()
}

/** The begin of a day that is written so. */
export function beginOf(on: string): Instant | null {
  const end = momentOf(on)
  return end === null ? null : DateTime.fromMillis(end, { zone }).startOf('day').toMillis()
}

/** The day of an instant as date fields write it. */
export const dayWritten = (at: Instant) => DateTime.fromMillis(at, { zone }).toISODate()!

/** "2027-01-31 14:30 EST": for lists that are read by programs as well. */
export const written = (at: Instant | null) =>
  at === null ? '' : DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm ZZZZ')
