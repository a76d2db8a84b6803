import { holiday } from '#app/support/escalation/hours'
import { HoursFault } from '#app/support/escalation/hours_fault'

interface Said {
  text: string
}

export type Token =
  | (Said & { kind: 'days'; days: number[]; isDaily?: true })
  | (Said & { kind: 'time'; hours: number; minutes: number; isBare: boolean; half?: 'am' | 'pm' })
  | (Said & { kind: 'dash' | 'and' | 'all_day' | 'closed' })

export type Time = Extract<Token, { kind: 'time' }>

const weekdays = [0, 1, 2, 3, 4]
const everyDay = [...weekdays, 5, 6]

/** Longer words first; a word ends where no letter follows. */
const words: [RegExp, (text: string) => Token | undefined][] = [
  [/^(monday|mon|mo)s?(?!\p{L})\.?/iu, days([0])],
  [/^(tuesday|tues|tue|tu)s?(?!\p{L})\.?/iu, days([1])],
  [/^(wednesday|wed|we)s?(?!\p{L})\.?/iu, days([2])],
  [/^(thursday|thurs|thur|thu|th)s?(?!\p{L})\.?/iu, days([3])],
  [/^(friday|fri|fr)s?(?!\p{L})\.?/iu, days([4])],
  [/^(saturday|sat|sa)s?(?!\p{L})\.?/iu, days([5])],
  [/^(sunday|sun|su)s?(?!\p{L})\.?/iu, days([6])],
  [/^weekdays?(?!\p{L})/iu, days(weekdays)],
  [/^weekends?(?!\p{L})/iu, days([5, 6])],
  [/^(public )?holidays?(?!\p{L})/iu, days([holiday])],
  [/^(daily|every ?day|all days|each day)(?!\p{L})/iu, daily],
  [/^(all day|around the clock|24 ?(hours|hrs|h)( a day)?)(?!\p{L})/iu, sign('all_day')],
  [/^closed(?!\p{L})/iu, sign('closed')],
  [/^noon(?!\p{L})/iu, (text) => ({ kind: 'time', text, hours: 12, minutes: 0, isBare: false })],
  [
    /^midnight(?!\p{L})/iu,
    (text) => ({ kind: 'time', text, hours: 24, minutes: 0, isBare: false }),
  ],
  [
    /^(\d{1,2})(?:[:.](\d{2}))?(?![\d:])( ?(a\.?m\.?|p\.?m\.?)(?!\p{L}))?( ?(h|hrs|o.clock)(?!\p{L}))?/iu,
    time,
  ],
  [
    /^(–|—|-|to(?!\p{L})|through(?!\p{L})|thru(?!\p{L})|until(?!\p{L})|till(?!\p{L}))/iu,
    sign('dash'),
  ],
  [/^(,|;|\||&|\+|and(?!\p{L}))/iu, sign('and')],
  [/^(\s|:|on(?!\p{L})|from(?!\p{L})|open(?!\p{L}))+/iu, () => undefined],
]

/** What was typed, cut into days, times and what joins them. Throws a HoursFault that names what is none of it. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let rest = text; rest;) {
    const [pattern, make] = words.find(([one]) => one.test(rest)) ?? unknown(rest)
    const [found] = pattern.exec(rest)!
    rest = rest.slice(found.length)
    const token = make(found)
    if (token) tokens.push(token)
  }
  if (!tokens.length) throw new HoursFault(`Write the hours, such as ${example}`)
  return tokens
}

const example = '“Mon–Fri 8:00–17:00; Sat 9:00–12:00”, or “always”.'

function unknown(rest: string): never {
  const [word] = /^[\p{L}\d:.'’]+|^./u.exec(rest)!
  if (/^(e[sd]?t|c[sd]?t|m[sd]?t|p[sd]?t|utc|gmt|eastern|central|mountain|pacific)$/i.test(word)) {
    throw new HoursFault(`Leave out “${word}”: the time zone has a field of its own.`)
  }
  throw new HoursFault(`“${word}” is not understood here. Write hours like ${example}`)
}

function days(of: number[]) {
  return (text: string): Token => ({ kind: 'days', text, days: of })
}

function daily(text: string): Token {
  return { kind: 'days', text, days: everyDay, isDaily: true }
}

function sign(kind: 'dash' | 'and' | 'all_day' | 'closed') {
  return (text: string): Token => ({ kind, text })
}

function time(text: string): Token {
  const [, hours, minutes, , half] = /^(\d{1,2})(?:[:.](\d{2}))?( ?([ap])\.?m\.?)?/i.exec(text)!
  const read = { hours: Number(hours), minutes: Number(minutes ?? 0) }
  const most = half ? 12 : 24
  if (
    read.hours > most ||
    read.minutes > 59 ||
    (half && !read.hours) ||
    read.hours * 60 + read.minutes > 1440
  ) {
    throw new HoursFault(
      `“${text}” is no time of day. Write times from 0:00 to 24:00, or with am and pm.`
    )
  }
  return {
    ...{ kind: 'time', text, ...read, isBare: minutes === undefined },
    half: half ? (half.toLowerCase() === 'a' ? 'am' : 'pm') : undefined,
  } as Token
}
