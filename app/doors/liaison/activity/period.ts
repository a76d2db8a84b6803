import { beginOf, dayWritten, momentOf } from '#app/doors/http/forms/moment'
import type { Problems } from '#app/doors/http/forms/asked'
import { day, now, type Instant } from '#app/shared/clock'

interface Period {
  /** Undefined: from the beginning, until now. */
  from?: Instant
  to?: Instant
}

const wrong = 'Write a day like 2027-01-31.'

/** The days from one to another, the last one included. What is written wrongly is told, and left out. */
export function periodIn({ from, to }: Record<string, string>, problems: Problems): Period {
  const period: Period = {}
  const [begin, end] = [from ? beginOf(from) : null, to ? momentOf(to) : null]
  if (from && begin === null) problems.from = [wrong]
  if (to && end === null) problems.to = [wrong]
  if (begin !== null) period.from = begin
  if (end !== null) period.to = end + 1
  if (begin !== null && end !== null && end < begin) {
    problems.to = ['Choose a last day that is not before the first one.']
    delete period.to
  }
  return period
}

/** What is shown if nobody says from when until when: the last thirty days. */
export function latest(): { from: string; to: string } {
  return { from: dayWritten(now() - 29 * day), to: dayWritten(now()) }
}
