/** From one minute of a day until another, counted from its midnight; past 1440 it ends on the next day. */
export interface Span {
  from: number
  until: number
}

/** The eight kinds of day that hours know: Monday to Sunday, and holidays, whatever day of the week they fall on. */
export const holiday = 7

/** When somebody can be reached: for each kind of day its spans in order, none where it is closed. */
export type Hours = Span[][]

export const midnight = 24 * 60
export const noon = 12 * 60
const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const allDay: Span = { from: 0, until: midnight }

export const alwaysOpen: Hours = Array.from({ length: 8 }, () => [{ ...allDay }])

/** Hours as everybody is shown them, and as they can be typed: "Mon–Fri 8:00–17:00; Sat 9:00–12:00". */
export function wordsOf(hours: Hours) {
  const [monday] = hours
  if (monday.length && hours.every((spans) => isSame(spans, monday))) {
    return isSame(monday, [allDay]) ? 'always' : `daily ${spansInWords(monday)}`
  }
  const clauses = runsOf(hours).map(({ days, spans }) => `${days.join('–')} ${spansInWords(spans)}`)
  if (hours[holiday].length) clauses.push(`holidays ${spansInWords(hours[holiday])}`)
  return clauses.join('; ')
}

/** Days after each other with the same spans, by the first and the last of them; closed ones left out. */
function runsOf(hours: Hours) {
  const runs: { days: string[]; spans: Span[]; last: number }[] = []
  for (const [day, name] of dayNames.entries()) {
    const run = runs.at(-1)
    if (run && run.last === day - 1 && isSame(run.spans, hours[day])) {
      run.days = [run.days[0], name]
      run.last = day
    } else if (hours[day].length) runs.push({ days: [name], spans: hours[day], last: day })
  }
  return runs
}

const isSame = (one: Span[], other: Span[]) => JSON.stringify(one) === JSON.stringify(other)

const spansInWords = (spans: Span[]) => spans.map(spanInWords).join(', ')

/** A span from a morning into the next one says am, for without it "8:00–3:00" could mean the afternoon. */
function spanInWords({ from, until }: Span) {
  const written = until > midnight && from < noon + 60 ? withHalf : clock
  return `${written(from)}–${written(until > midnight ? until - midnight : until)}`
}

const two = (value: number) => String(value).padStart(2, '0')
const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${two(minutes % 60)}`

function withHalf(minutes: number) {
  const hours = Math.floor(minutes / 60)
  return `${hours % 12 || 12}:${two(minutes % 60)} ${hours % 24 < 12 ? 'am' : 'pm'}`
}
