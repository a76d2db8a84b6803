import service from '#config/service'
import { dayOf, type Instant } from '#app/shared/clock'
import { DateTime } from 'luxon'

/** "June 29, 2022": as the service guide writes the day on which a record was looked through. */
export const dayInFull = (at: Instant) =>
  DateTime.fromMillis(at, { zone: service.timeZone }).toFormat('MMMM d, yyyy', { locale: 'en-US' })

/** "2022-06-29", for programs. */
export const isoDay = (at: Instant) => dayOf(at, service.timeZone)
