import service from '#config/service'
import type { Instant } from '#app/shared/clock'
import { DateTime } from 'luxon'

/** How a day may be written in a table; a spreadsheet in the United States writes the second. */
const forms = ['yyyy-MM-dd', 'M/d/yyyy']

export const dayForms = '2027-12-31 or 12/31/2027'

/** The end of a day as it is written, in the service's zone; null if that is no day. */
export function endOfWritten(day: string): Instant | null {
  for (const form of forms) {
    const read = DateTime.fromFormat(day, form, { zone: service.timeZone, locale: 'en-US' })
    if (read.isValid && read.year > 2000 && read.year < 2100) return read.endOf('day').toMillis()
  }
  return null
}
