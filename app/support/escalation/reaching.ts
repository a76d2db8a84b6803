import type { Instant } from '#app/shared/clock'
import { callOf, capital, deskOf, titleOf, type Call } from '#app/support/escalation/call'
import type { Hours } from '#app/support/escalation/hours'
import { readHours } from '#app/support/escalation/hours_reading'
import { openingInWords, untilInWords } from '#app/support/escalation/moment_words'
import { isOpenAt, nextOpening } from '#app/support/escalation/opening'
import { dayNear } from '#app/support/escalation/wall_clock'
import type { Question } from '#app/support/escalation/whom_to_call'
import { said, type Entry } from '#app/support/records/entry'

/** What became of the try to reach somebody. */
export interface Outcome {
  call?: Call
  /** Why not, or what is not known of it. */
  because: string[]
  /** When somebody who is closed can be reached, at the earliest. */
  opens?: { at: Instant; name: string }
}

/** Tries a level at an instant: the first call, then the alternate. */
export function reach(level: Entry, question: Question, at: Instant): Outcome {
  const because: string[] = []
  let opens: Outcome['opens']
  for (const callee of calleesOf(level, question.entries)) {
    const tried = tryOne(callee, level, question, at)
    because.push(...tried.because)
    if (tried.call) return { call: tried.call, because }
    if (tried.opens && (!opens || tried.opens.at < opens.at)) opens = tried.opens
  }
  return { because, opens }
}

/** Who is not in what the reader may see is passed over without a word. */
export const calleesOf = (level: Entry, entries: Entry[]) =>
  (['primary', 'alternate'] as const)
    .map((place) => entries.find(({ id }) => id === said(level, place)))
    .filter((entry) => entry !== undefined)

function tryOne(callee: Entry, level: Entry, question: Question, at: Instant): Outcome {
  const call = callOf(callee, question.entries)
  if (!call) return { because: [] }
  const name = titleOf(callee)
  const away = absenceOf(callee, question, at)
  if (away) return { because: name ? [absentInWords(name, away, question, at)] : [] }
  const kept = hoursKept(callee, level, question)
  if (!kept.hours)
    return { call, because: [`The hours of ${name ?? call.number.text} are not recorded.`] }
  const hours = kept.hours
  if (isOpenAt(hours, kept.zone, at, question.holidays)) return { call, because: [] }
  return closed({ hours, zone: kept.zone }, callee, question, at)
}

function closed(
  kept: { hours: Hours; zone: string },
  callee: Entry,
  question: Question,
  at: Instant
) {
  const next = nextOpening(kept.hours, kept.zone, at, question.holidays)
  const name = titleOf(callee)
  if (!name) return { because: [] }
  const holiday = question.holidays.get(dayNear(at, kept.zone))
  const today = holiday ? `, for it is ${holiday}` : ''
  const until = next === null ? '' : ` until ${openingInWords(next, at, question.zone)}`
  const verb = callee.kind === 'desk' ? 'is closed' : 'cannot be reached'
  const isAway = next !== null && absenceOf(callee, question, next)
  return {
    because: [`${capital(name)} ${verb}${until}${today}.`],
    opens: next === null || isAway ? undefined : { at: next, name },
  }
}

/** The level says when it is called; if it does not, its callee's desk does; if nobody does, it is not known. */
function hoursKept(callee: Entry, level: Entry, { entries, zone }: Question) {
  const desk = deskOf(callee, entries)
  const teller = [level, desk].find((entry) => entry && said(entry, 'hours'))
  const read = teller && readHours(said(teller, 'hours'))
  return {
    hours: read && 'hours' in read ? read.hours : undefined,
    zone: (teller && said(teller, 'timeZone')) || zone,
  }
}

function absenceOf({ id }: Entry, { absences }: Question, at: Instant) {
  const present = absences.filter(
    ({ entryId, from, until }) => entryId === id && from <= at && (until === null || at < until)
  )
  /** Of several, the one that ends last says when to try again. */
  return present.sort((one, other) => (other.until ?? Infinity) - (one.until ?? Infinity))[0]
}

/** For how long somebody is away is nothing for the street. */
function absentInWords(
  name: string,
  away: { until: Instant | null },
  question: Question,
  at: Instant
) {
  if (!question.tellsUntilWhen || away.until === null)
    return `${name} cannot be reached at that time.`
  return `${name} is absent until ${untilInWords(away.until, question.zone, at)}.`
}
