import { day, type Instant } from '#app/shared/clock'
import { DateTime } from 'luxon'

const locale = 'en-US'
const inZone = (at: Instant, zone: string) => DateTime.fromMillis(at, { zone, locale })

/** When something opens, as one says it from another moment: "8:00 AM EST", "Monday, 8:00 AM EST", "January 4, 8:00 AM EST". */
export function openingInWords(at: Instant, from: Instant, zone: string) {
  const [then, asked] = [inZone(at, zone), inZone(from, zone)]
  const time = then.toFormat('h:mm a ZZZZ')
  if (then.hasSame(asked, 'day')) return time
  if (at - from < 6 * day) return `${then.toFormat('cccc')}, ${time}`
  return `${dateIn(then, asked)}, ${time}`
}

/** The end or beginning of an absence: the day alone where it is a midnight, "January 4", "January 4, 1:00 PM EST". */
export function untilInWords(at: Instant, zone: string, from?: Instant) {
  const then = inZone(at, zone)
  const date = dateIn(then, from === undefined ? undefined : inZone(from, zone))
  return then.hour || then.minute ? `${date}, ${then.toFormat('h:mm a ZZZZ')}` : date
}

const dateIn = (then: DateTime, asked?: DateTime) =>
  then.toFormat(asked && then.hasSame(asked, 'year') ? 'LLLL d' : 'LLLL d, yyyy')

/** A whole moment: "Sunday, November 29, 2026, 10:10 PM EST". */
export const momentInWords = (at: Instant, zone: string) =>
  inZone(at, zone).toFormat('cccc, LLLL d, yyyy, h:mm a ZZZZ')
