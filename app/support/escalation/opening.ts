import type { Instant } from '#app/shared/clock'
import { holiday, type Hours } from '#app/support/escalation/hours'
import { dayNear, instantOf } from '#app/support/escalation/wall_clock'

/** Holidays by day, "2026-12-25", each with its name. */
export type Holidays = ReadonlyMap<string, string>

/** How far ahead somebody is looked for: longer than any holidays, shorter than for ever. */
const daysAhead = 400

/**
 * Whether somebody with these hours can be reached at an instant. The day on which a span begins decides what kind of day
 * it is: the night shift that begins on the eve of a holiday goes on until its morning.
 */
export const isOpenAt = (hours: Hours, zone: string, at: Instant, holidays: Holidays) =>
  [-1, 0].some((days) =>
    spansOn(hours, zone, dayNear(at, zone, days), holidays).some(
      ({ begin, end }) => begin <= at && at < end
    )
  )

/** The first instant, from this one on, at which somebody can be reached; null if there is none within a year. */
export function nextOpening(hours: Hours, zone: string, at: Instant, holidays: Holidays) {
  if (isOpenAt(hours, zone, at, holidays)) return at
  for (let days = 0; days <= daysAhead; days++) {
    const spans = spansOn(hours, zone, dayNear(at, zone, days), holidays)
    const next = spans.filter(({ begin }) => begin > at).map(({ begin }) => begin)
    if (next.length) return Math.min(...next)
  }
  return null
}

/** The spans that begin on a day, as instants; what falls into the hour that clocks leave out in spring is not there. */
function spansOn(hours: Hours, zone: string, on: string, holidays: Holidays) {
  const weekday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
  return hours[holidays.has(on) ? holiday : weekday]
    .map(({ from, until }) => ({
      begin: instantOf(on, from, zone, 'first'),
      end: instantOf(on, until, zone, 'last'),
    }))
    .filter(({ begin, end }) => begin < end)
}
