import { hour, type Instant } from '#app/shared/clock'
import service from '#config/service'
import { DateTime } from 'luxon'

export const urgencies = ['question', 'problem', 'incident'] as const
export type Urgency = (typeof urgencies)[number]

/**
 * How long whom a request lies with may take before a reminder; after twice that it is passed on. An incident runs through nights
 * and weekends.
 */
export const patience: Record<Urgency, { hours: number } | { workingDays: number }> = {
  incident: { hours: 4 },
  problem: { workingDays: 1 },
  question: { workingDays: 2 },
}

export const patienceInWords: Record<Urgency, string> = {
  incident: '4 hours',
  problem: '1 working day',
  question: '2 working days',
}

/** When a reminder is due (1), and when it is passed on (2), of what waits since then. */
export function dueAfter(urgency: Urgency, since: Instant, times: 1 | 2): Instant {
  const allowed = patience[urgency]
  return 'hours' in allowed
    ? since + times * allowed.hours * hour
    : workingDaysLater(since, times * allowed.workingDays)
}

/** Monday to Friday in the service's zone, at the same time of day. What comes at a weekend counts from Monday on. */
export function workingDaysLater(since: Instant, days: number): Instant {
  let at = DateTime.fromMillis(since, { zone: service.timeZone })
  if (at.isWeekend) at = at.plus({ days: 8 - at.weekday }).startOf('day')
  for (let left = days; left > 0; left--) {
    at = at.plus({ days: 1 })
    while (at.isWeekend) at = at.plus({ days: 1 })
  }
  return at.toMillis()
}
