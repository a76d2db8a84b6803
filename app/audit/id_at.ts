import type { Instant } from '#app/shared/clock'

/**
 * Ids of entries begin with the time at which they were made: no entry of this instant or a later one has an id below this one. An
 * id can run ahead of its entry's time, by as much as the clock was set back.
 */
export function idAt(at: Instant) {
  const time = Math.max(0, Math.floor(at)).toString(16).padStart(12, '0').slice(-12)
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`
}
