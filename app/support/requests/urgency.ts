import { hour, type Instant } from '#app/shared/clock'
import type { Holidays } from '#app/support/escalation/opening'
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
export function dueAfter(
  urgency: Urgency,
  since: Instant,
  times: 1 | 2,
  holidays: Holidays = none
): Instant {
  const allowed = patience[urgency]
  return 'hours' in allowed
    ? since + times * allowed.hours * hour
    : workingDaysLater(since, times * allowed.workingDays, holidays)
}

/**
 * Monday to Friday without the holidays, in the service's zone, at the same time of day. What comes on another day counts from
 * the morning of the next working day on.
 */
export function workingDaysLater(since: Instant, days: number, holidays: Holidays = none): Instant {
  const isOff = (at: DateTime) => at.isWeekend || holidays.has(at.toISODate()!)
  const next = (at: DateTime) => {
    let then = at.plus({ days: 1 })
    while (isOff(then)) then = then.plus({ days: 1 })
    return then
  }
  let at: DateTime = DateTime.fromMillis(since, { zone: service.timeZone })
  if (isOff(at)) at = next(at.startOf('day'))
  for (let left = days; left > 0; left--) at = next(at)
  return at.toMillis()
}

const none: Holidays = new Map()
