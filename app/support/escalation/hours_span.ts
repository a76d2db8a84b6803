import { midnight, type Span } from '#app/support/escalation/hours'
import { HoursFault } from '#app/support/escalation/hours_fault'
import type { Time } from '#app/support/escalation/hours_tokens'

/**
 * From one time until another. What a twelve-hour clock and a twenty-four-hour clock read differently, such as "8–5", is not
 * guessed: a caller would be sent to a desk where nobody is.
 */
export function spanOf(from: Time, until: Time): Span {
  const typed = `${from.text}–${until.text}`
  if (isHalfSaid(from, until) || isHalfSaid(until, from)) {
    throw new HoursFault(`Write am or pm at both times of “${typed}”.`)
  }
  const [begin, end] = [minutesOf(from), minutesOf(until)]
  if (begin === midnight)
    throw new HoursFault(`“${typed}” begins at 24:00: write 0:00 of the next day.`)
  if (begin === end) {
    throw new HoursFault(`“${typed}” ends when it begins. Write 0:00–24:00 for a whole day.`)
  }
  const isLate = end < begin
  if (!from.half && ((isLate && begin < 13 * 60) || isEarlyBare(from, until))) {
    throw new HoursFault(
      `Does “${typed}” end in the afternoon? Write it like 8:00–17:00, or 8 am – 5 pm.`
    )
  }
  return { from: begin, until: isLate ? end + midnight : end }
}

const isHalfSaid = (one: Time, other: Time) =>
  Boolean(one.half) && !other.half && other.hours <= 12 && !/^(noon|midnight)$/i.test(other.text)

/** "1–5" is nobody's night. */
const isEarlyBare = (from: Time, until: Time) =>
  from.isBare && until.isBare && !/^0/.test(from.text) && from.hours < 7 && until.hours <= 12

function minutesOf({ hours, minutes, half }: Time) {
  const shown = half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours
  return shown * 60 + minutes
}
