import service from '#config/service'
import { day, minute, second, type Instant } from '#app/shared/clock'
import vine from '@vinejs/vine'

const clock = new Intl.DateTimeFormat('en-US', {
  timeZone: service.timeZone,
  timeZoneName: 'longOffset',
})

/** A day as date fields write it, "2027-01-31": meant is its end, in the service's zone. Nothing is no day at all. */
export const lastDay = () =>
  vine
    .string()
    .parse((value) => (typeof value === 'string' ? value.trim() || null : value))
    .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
    .nullable()

export function endOf(written: string): Instant {
  const midnight = Date.parse(`${written}T00:00:00Z`) + day
  return midnight - offsetAt(midnight - offsetAt(midnight)) - second
}

/** How far the service's zone is ahead of UTC: "GMT-05:00", or "GMT" for none. */
function offsetAt(at: Instant) {
  const named = clock.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value
  const [, sign, hours, minutes] = /GMT([+-])(\d+):(\d+)/.exec(named) ?? ['', '+', '0', '0']
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * minute
}
