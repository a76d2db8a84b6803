import { day, type Instant } from '#app/shared/clock'

export type Problems = Record<string, string[]>

/** No announcement stands longer, and none is planned further ahead. */
export const longest = 366 * day

/** What is wrong with a beginning and an end, by the fields in which they are written; or null. */
export function problemsWithTimes(
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
  at: Instant
): Problems | null {
  if (endsAt <= at) return { ends_on: ['This end has passed. Choose one that lies ahead.'] }
  if (endsAt <= startsAt) return { ends_on: ['The end must come after the beginning.'] }
  if (startsAt > at + longest) return { starts_on: ['Choose a beginning within a year from now.'] }
  return endsAt > startsAt + longest
    ? { ends_on: ['Choose an end at most a year after the beginning.'] }
    : null
}
