import type { Instant } from '#app/shared/clock'

/** Something that the service does by itself at set times. */
export interface Job {
  name: string
  /** When, as cron writes it, in the service's time zone: minute, hour, day of month, month, day of week. */
  when: string
  /** Also once when the service starts, for what a crash may have left. */
  atStart?: boolean
  /** Returns what it did, in a person's words or as counts; stops between two steps when the signal says so. */
  run(asOf: Instant, signal: AbortSignal): Promise<Report>
}

/** What a run did: "3 files removed", or { sent: 3, failed: 0 }. */
export type Report = string | number | Record<string, number> | void

export const everyMinute = '* * * * *'
/** Not at the full hour, when everything else in a data centre runs. */
export const hourly = '17 * * * *'
export const nightly = '40 2 * * *'

/** "3 sent, 1 later", as the record of the run keeps it. */
export function inWords(report: Report) {
  if (typeof report !== 'object') return report ? String(report) : nothing
  const done = Object.entries(report).filter(([, count]) => count > 0)
  return done.map(([what, count]) => `${count} ${what}`).join(', ') || nothing
}

const nothing = 'Nothing to do'
