import type { Day } from '#app/support/escalation/federal_holidays'

/** More than any office has; whoever pastes more pasted something else. */
export const mostLines = 100

type Read = { days: Day[] } | { problems: string[] }

/** Reads pasted holidays, one a line: "2026-12-25 Christmas Day" or "12/25/2026, Christmas Day". All of them, or what is wrong. */
export function readHolidayLines(text: string): Read {
  const lines = text
    .normalize('NFC')
    .split(/\r\n?|\n/)
    .map((line, at) => ({ line: line.trim(), at: at + 1 }))
    .filter(({ line }) => line)
  if (!lines.length) return { problems: ['Write at least one day, like 2026-12-25 Christmas Day.'] }
  if (lines.length > mostLines) return { problems: [`Write at most ${mostLines} lines at once.`] }
  const days: Day[] = []
  const problems: string[] = []
  for (const { line, at } of lines) {
    const read = dayIn(line)
    const wrong = typeof read === 'string' ? read : faultAmong(read, days)
    if (wrong) problems.push(`Line ${at}: ${wrong}`)
    else days.push(read as Day)
  }
  return problems.length ? { problems } : { days }
}

const iso = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<date>\d{1,2})(?!\d)/
const american = /^(?<month>\d{1,2})\/(?<date>\d{1,2})\/(?<year>\d{4})(?!\d)/

function dayIn(line: string): Day | string {
  const found = iso.exec(line) ?? american.exec(line)
  if (!found) return 'it begins with no day. Write it like 2026-12-25 Christmas Day.'
  const { year, month, date } = found.groups!
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day)) return `there is no day ${found[0]}.`
  const name = line.slice(found[0].length).replace(/^[\s,;:\t–—-]+/, '')
  if (!name) return `say what holiday ${found[0]} is, like 2026-12-25 Christmas Day.`
  if (name.length > 100) return 'the name of a holiday has at most 100 characters.'
  return /\p{Cc}/u.test(name) ? 'write letters, digits and signs only.' : { day, name }
}

function faultAmong({ day, name }: Day, days: Day[]) {
  const same = days.find((other) => other.day === day)
  return same && same.name !== name
    ? `${day} is ${same.name} already, some lines above.`
    : undefined
}

/** Whether there is such a day, from 2000 to 2099. */
export const isDay = (text: string) =>
  /^20\d\d-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text)
