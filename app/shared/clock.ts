import { DateTime } from 'luxon'

/** An instant: milliseconds since 1970 in UTC. Shown in the service's zone, stored and compared as it is. */
export type Instant = number

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

export const now = (): Instant => Date.now()

/** Whether something is so old. What seems to lie ahead is old, too: the machine's clock was set back since. */
export const isOlder = (at: Instant, age: number) => Math.abs(now() - at) >= age

/** The last instant of a day that is written "2026-12-31", in a zone; null if there is no such day. */
export function endOfDay(text: string, zone: string): Instant | null {
  const begin = /^\d{4}-\d{2}-\d{2}$/.test(text) ? DateTime.fromISO(text, { zone }) : null
  return begin?.isValid ? begin.endOf('day').toMillis() : null
}

/** The day of an instant in a zone, written "2026-12-31" as forms take it. */
export const dayOf = (at: Instant, zone: string) => DateTime.fromMillis(at, { zone }).toISODate()!
