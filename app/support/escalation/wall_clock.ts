import { day, minute, type Instant } from '#app/shared/clock'
import { DateTime, IANAZone } from 'luxon'

/**
 * The instant at which the clocks of a zone show so many minutes past a day's midnight. In autumn they show an hour twice:
 * the first or the last of the two is meant. In spring they leave one out: then it is the instant at which they jump.
 */
export function instantOf(on: string, minutes: number, zone: string, which: 'first' | 'last') {
  const shown = Date.parse(`${on}T00:00:00Z`) + minutes * minute
  const offsets = [shown - day, shown + day].map((near) => offsetAt(near, zone))
  const meant = offsets
    .map((offset) => shown - offset)
    .filter((at) => at + offsetAt(at, zone) === shown)
  if (!meant.length)
    return jumpBetween(shown - Math.max(...offsets), shown - Math.min(...offsets), zone)
  return which === 'first' ? Math.min(...meant) : Math.max(...meant)
}

/** Whether the clocks of a zone ever show this minute of a day. */
export function isShown(on: string, minutes: number, zone: string) {
  const shown = Date.parse(`${on}T00:00:00Z`) + minutes * minute
  const at = instantOf(on, minutes, zone, 'first')
  return at + offsetAt(at, zone) === shown
}

/** What the clocks of a zone are ahead of UTC, in milliseconds. */
const offsetAt = (at: Instant, zone: string) => IANAZone.create(zone).offset(at) * minute

/** The first minute with another offset than before. */
function jumpBetween(before: Instant, after: Instant, zone: string) {
  const was = offsetAt(before, zone)
  let [low, high] = [before, after]
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / 2 / minute) * minute
    if (offsetAt(middle, zone) === was) low = middle
    else high = middle
  }
  return high
}

/** The day that the calendars of a zone show, "2026-12-31", so many days before or after that of an instant. */
export const dayNear = (at: Instant, zone: string, days = 0) =>
  DateTime.fromMillis(at, { zone }).plus({ days }).toISODate()!
