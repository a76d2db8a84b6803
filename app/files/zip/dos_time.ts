import service from '#config/service'
import { hour, second, type Instant } from '#app/shared/clock'

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: service.timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
})

/** By how much the clock on the wall is ahead of UTC in each hour that was asked for; asking costs more than a header. */
const offsets = new Map<number, number>()

/** An instant as ZIP files have written it since DOS: what a clock on the wall of the service shows, in steps of 2 s. */
export function dosTime(at: Instant) {
  const wall = new Date(at + offsetAt(at))
  const year = Math.min(Math.max(wall.getUTCFullYear(), 1980), 2107)
  return {
    date: ((year - 1980) << 9) | ((wall.getUTCMonth() + 1) << 5) | wall.getUTCDate(),
    time: (wall.getUTCHours() << 11) | (wall.getUTCMinutes() << 5) | (wall.getUTCSeconds() >> 1),
  }
}

function offsetAt(at: Instant) {
  const key = Math.floor(at / hour)
  const offset = offsets.get(key) ?? offsetNow(at)
  if (offsets.size < 10_000) offsets.set(key, offset)
  return offset
}

function offsetNow(at: Instant) {
  const parts = wallClock.formatToParts(at).map(({ type, value }) => [type, Number(value)])
  const { year, month, day, hour: hours, minute, second: seconds } = Object.fromEntries(parts)
  return Date.UTC(year, month - 1, day, hours, minute, seconds) - Math.floor(at / second) * second
}
