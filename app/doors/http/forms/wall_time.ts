import service from '#config/service'
import type { Instant } from '#app/shared/clock'
import { DateTime } from 'luxon'

/** What a day and an hour of the service's zone mean. Where clocks are set back an hour comes twice: meant is the first. */
export type WallTime =
  { at: Instant; comesTwice: boolean } | { wrong: 'day' | 'hour'; sentence: string }

/** A day and an hour as their fields write them, "2027-01-31" and "14:30". */
export function wallTime(on: string, hour: string, zone = service.timeZone): WallTime {
  const day = DateTime.fromISO(on, { zone })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on) || !day.isValid) {
    return { wrong: 'day', sentence: 'There is no such day. Write it like 2027-01-31.' }
  }
  const time = hour.padStart(5, '0')
  const moment = DateTime.fromISO(`${on}T${time}`, { zone })
  if (!/^\d{2}:\d{2}$/.test(time) || !moment.isValid) {
    return { wrong: 'hour', sentence: 'There is no such hour. Write it like 14:30.' }
  }
  if (moment.toFormat('yyyy-MM-dd HH:mm') !== `${on} ${time}`) {
    return { wrong: 'hour', sentence: skipped(on, time) }
  }
  const [first, second] = moment.getPossibleOffsets().map((one) => one.toMillis())
  return { at: Math.min(first, second ?? first), comesTwice: second !== undefined }
}

const skipped = (on: string, time: string) =>
  `There is no ${time} on ${on}: clocks are set forward over it. Choose an hour before or after.`

/** An instant as the two fields show it. */
export function inFields(at: Instant, zone = service.timeZone) {
  const moment = DateTime.fromMillis(at, { zone })
  return { on: moment.toFormat('yyyy-MM-dd'), at: moment.toFormat('HH:mm') }
}
