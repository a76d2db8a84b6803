import { alwaysOpen, holiday, midnight, type Hours, type Span } from '#app/support/escalation/hours'
import { HoursFault } from '#app/support/escalation/hours_fault'
import { tokensOf, type Token } from '#app/support/escalation/hours_tokens'
import { spanOf } from '#app/support/escalation/hours_span'

export type ReadHours = { hours: Hours } | { problem: string }

const always =
  /^(always|(every day,? )?(around the clock|24 ?hours( a day)?)(,? (7 days a week|every day))?|24 ?[/x] ?7( ?[/x] ?365)?|at (any time|all times))\.?$/i

/** Reads hours as people write them. What could mean two things is not guessed: the sentence says how to write it. */
export function readHours(text: string): ReadHours {
  const typed = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (always.test(typed)) return { hours: structuredClone(alwaysOpen) }
  try {
    return { hours: parse(tokensOf(typed)) }
  } catch (error) {
    if (error instanceof HoursFault) return { problem: error.message }
    throw error
  }
}

function parse(tokens: Token[]): Hours {
  const said = new Map<number, Span[]>()
  /** "Daily" is every day of the week, and holidays unless something is said of them. */
  let everyDay: Span[] | undefined
  while (tokens.length) {
    const { days, isDaily, words } = takeDays(tokens)
    const spans = takeSpans(tokens, words)
    for (const day of days) {
      if (said.has(day))
        throw new HoursFault(`${nameOf(day)} stands there twice: write its hours once.`)
      said.set(day, spans)
    }
    if (isDaily) everyDay = spans
  }
  const hours = alwaysOpen.map((_, day) => said.get(day) ?? [])
  if (everyDay && !said.has(holiday)) hours[holiday] = structuredClone(everyDay)
  if (hours.every((spans) => !spans.length)) {
    throw new HoursFault('Write at least one time: with these hours nobody could ever be reached.')
  }
  return hours
}

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const nameOf = (day: number) => names[day] ?? 'Holidays'

/** "Mon–Fri", "Mon, Wed and Fri", "weekends", "holidays": up to the first time. */
function takeDays(tokens: Token[]) {
  const days: number[] = []
  const words: string[] = []
  let isDaily = false
  for (let next = tokens[0]; next && !isOfSpan(next); next = tokens[0]) {
    tokens.shift()
    if (next.kind === 'and') continue
    words.push(next.text)
    if (next.kind === 'dash')
      throw new HoursFault('Write days like Mon–Fri, with a day on both sides.')
    if (next.kind !== 'days') continue
    if (next.isDaily) isDaily = true
    days.push(...(tokens[0]?.kind === 'dash' ? rangeFrom(next, tokens, words) : next.days))
  }
  if (!days.length && tokens.length) {
    throw new HoursFault(
      `Say on which days “${tokens[0].text}” is meant: write “Mon–Fri 8:00–17:00”, or “daily 8:00–17:00”.`
    )
  }
  return { days, isDaily, words: words.join(' ') }
}

function rangeFrom(first: Extract<Token, { kind: 'days' }>, tokens: Token[], words: string[]) {
  tokens.shift()
  const last = tokens.shift()
  if (first.days.length !== 1 || last?.kind !== 'days' || last.days.length !== 1) {
    throw new HoursFault('Write days like Mon–Fri, with a day on both sides.')
  }
  words.push('–', last.text)
  const [from, until] = [first.days[0], last.days[0]]
  if (from === holiday || until === holiday || from === until) {
    throw new HoursFault('Write days like Mon–Fri, with two different days.')
  }
  return Array.from({ length: ((until - from + 7) % 7) + 1 }, (_, more) => (from + more) % 7)
}

const isOfSpan = ({ kind }: Token) => kind === 'time' || kind === 'all_day' || kind === 'closed'

/** "8:00–12:00, 13:00–17:00", "all day" or "closed": up to the next day. */
function takeSpans(tokens: Token[], days: string) {
  const spans: Span[] = []
  let isSaid = false
  for (let next = tokens[0]; next && next.kind !== 'days'; next = tokens[0]) {
    tokens.shift()
    if (next.kind === 'and') continue
    if (next.kind === 'all_day') spans.push({ from: 0, until: midnight })
    else if (next.kind === 'time') spans.push(spanFrom(next, tokens))
    else if (next.kind !== 'closed') {
      throw new HoursFault('Write times like 8:00–17:00, with a time on both sides.')
    }
    isSaid = true
  }
  if (!isSaid) throw new HoursFault(`Say from when until when on ${days}, such as 8:00–17:00.`)
  return joined(spans)
}

function spanFrom(from: Extract<Token, { kind: 'time' }>, tokens: Token[]) {
  const [dash, until] = tokens.splice(0, 2)
  if (dash?.kind !== 'dash' || until?.kind !== 'time') {
    throw new HoursFault(`Say until when: “${from.text}” has no end. Write it like 8:00–17:00.`)
  }
  return spanOf(from, until)
}

/** In the order of the day; those that touch are one. */
function joined(spans: Span[]) {
  const whole: Span[] = []
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const before = whole.at(-1)
    if (before && span.from < before.until) {
      throw new HoursFault(
        'Two of the times of one day overlap: write them so that one ends before the next.'
      )
    }
    if (before?.until === span.from && span.until <= midnight) before.until = span.until
    else whole.push({ ...span })
  }
  return whole
}
