import { alwaysOpen, holiday, wordsOf, type Hours, type Span } from '#app/support/escalation/hours'
import { readHours } from '#app/support/escalation/hours_reading'
import { isOpenAt, nextOpening } from '#app/support/escalation/opening'
import { minute } from '#app/shared/clock'
import { fieldTypes } from '#app/support/records/field_types'
import { chance } from '#tests/support/random'
import { test } from '@japa/runner'
import { DateTime } from 'luxon'

const zone = 'America/New_York'

function read(text: string) {
  const found = readHours(text)
  if ('problem' in found) throw new Error(`${text}: ${found.problem}`)
  return found.hours
}

const problemOf = (text: string) => {
  const found = readHours(text)
  return 'problem' in found ? found.problem : ''
}

const at = (written: string, there = zone) => DateTime.fromISO(written, { zone: there }).toMillis()

test.group('Hours, as people write them', () => {
  test('{0} is {1}')
    .with([
      ['Mon–Fri 8:00–17:00; Sat 9:00–12:00', 'Mon–Fri 8:00–17:00; Sat 9:00–12:00'],
      ['Monday to Friday 8-17', 'Mon–Fri 8:00–17:00'],
      ['Monday to Friday, 7:30 am to 5:00 pm', 'Mon–Fri 7:30–17:00'],
      ['mon-fri 8am-5pm', 'Mon–Fri 8:00–17:00'],
      ['Mon - Fri: 8:00 a.m. - 5:00 p.m.', 'Mon–Fri 8:00–17:00'],
      ['Weekdays from 8:00 am – 5:00 pm', 'Mon–Fri 8:00–17:00'],
      ['always', 'always'],
      ['24/7', 'always'],
      ['Every day, around the clock', 'always'],
      ['daily 0:00-24:00', 'always'],
      ['Mon-Sun 0:00-24:00', 'Mon–Sun 0:00–24:00'],
      ['Mon-Fri 8-17; holidays 10-14', 'Mon–Fri 8:00–17:00; holidays 10:00–14:00'],
      ['daily 8-20', 'daily 8:00–20:00'],
      ['daily 8-20; holidays closed', 'Mon–Sun 8:00–20:00'],
      ['Mon–Fri 22:00–6:00', 'Mon–Fri 22:00–6:00'],
      ['Mon-Thu 8-12, 13-17; Fri 8-12', 'Mon–Thu 8:00–12:00, 13:00–17:00; Fri 8:00–12:00'],
      ['Mon 8-12 and 12-16', 'Mon 8:00–16:00'],
      ['Fri-Mon 9-17', 'Mon 9:00–17:00; Fri–Sun 9:00–17:00'],
      ['Mon, Wed and Fri 9-12', 'Mon 9:00–12:00; Wed 9:00–12:00; Fri 9:00–12:00'],
      ['Sat, Sun and holidays 10-14', 'Sat–Sun 10:00–14:00; holidays 10:00–14:00'],
      ['Mon–Fri 8:00–noon', 'Mon–Fri 8:00–12:00'],
      ['Mon 18:00 to midnight', 'Mon 18:00–24:00'],
      ['Mon 8 pm - 12 am', 'Mon 20:00–24:00'],
      ['Mon 12 am - 12 pm', 'Mon 0:00–12:00'],
      ['Mon 8:00 am – 3:00 am', 'Mon 8:00 am–3:00 am'],
      ['Mon–Fri 8-17, Sat 9-12', 'Mon–Fri 8:00–17:00; Sat 9:00–12:00'],
      ['Sun closed; Mon 8-17', 'Mon 8:00–17:00'],
    ])
    .run(({ assert }, [typed, words]) => {
      assert.equal(wordsOf(read(typed)), words)
      assert.isUndefined(fieldTypes.hours(typed))
    })

  test('{0} is not guessed')
    .with([
      ['', /^Write the hours, such as/],
      ['8:00 am – 5:00 pm', /^Say on which days “8:00 am” is meant/],
      ['Mon–Fri 8-5', /^Does “8–5” end in the afternoon\? Write it like 8:00–17:00/],
      ['Mon–Fri 8:00-5:00', /end in the afternoon/],
      ['Mon 12-5', /end in the afternoon/],
      ['Mon 1-5', /end in the afternoon/],
      ['Mon–Fri 8-5 pm', /^Write am or pm at both times/],
      ['Mon–Fri 8 am-5', /^Write am or pm at both times/],
      ['Mon–Fri', /^Say from when until when on Mon – Fri/],
      ['Mon–Fri 8', /^Say until when: “8” has no end/],
      ['Mon–Fri 25:00–26:00', /^“25:00” is no time of day/],
      ['Mon–Fri 8:75–9:00', /^“8:75” is no time of day/],
      ['Mon–Fri 13 pm–2 pm', /^“13 pm” is no time of day/],
      ['Mon–Fri 8–17; Fri 8–12', /^Friday stands there twice/],
      ['Mon 8–12, 11–15', /overlap/],
      ['Mon 9–9', /ends when it begins/],
      ['Mon–Fri 8:00–17:00 EST', /^Leave out “EST”: the time zone has a field of its own/],
      ['Mon–Fri usually 8:00–17:00', /^“usually” is not understood here/],
      ['By appointment', /^“By” is not understood here/],
      ['Mon– 8:00–17:00', /a day on both sides/],
      ['Mon closed', /^Write at least one time/],
      ['Mon 24:00–8:00', /begins at 24:00/],
    ] as [string, RegExp][])
    .run(({ assert }, [typed, problem]) => {
      assert.match(problemOf(typed), problem)
      if (typed) assert.equal(fieldTypes.hours(typed), problemOf(typed))
    })

  test('what is written is read again as the same, whatever the hours', ({ assert }) => {
    const by = chance(260)
    for (let round = 0; round < 2000; round++) {
      const hours = someHours(by)
      const words = wordsOf(hours)
      assert.deepEqual(readHours(words), { hours }, words)
    }
  })

  test('no text whatever ends anything but in hours or a sentence', ({ assert }) => {
    const by = chance(261)
    const parts = ['Mon', 'Fri', '–', '-', ' ', '8', '17', ':00', 'am', ',', ';', 'holidays', 'to']
    parts.push('daily', 'é', '∞', '24/7', 'closed', 'noon', '\n', '0', '(', 'x')
    for (let round = 0; round < 3000; round++) {
      const text = Array.from({ length: by.below(9) }, () => by.one(parts)).join('')
      const found = readHours(text)
      if ('problem' in found) assert.match(found.problem, /^.{10,200}[.?]$/u, text)
      else assert.deepEqual(readHours(wordsOf(found.hours)), found, text)
    }
  })
})

test.group('Open or closed', () => {
  const none = new Map<string, string>()
  const days = new Map([['2026-12-25', 'Christmas Day']])

  test('hours on {0}: {1} at {2}')
    .with([
      ['Mon–Fri 8-17', 'open', '2026-11-30T08:00', none],
      ['Mon–Fri 8-17', 'closed', '2026-11-30T07:59', none],
      ['Mon–Fri 8-17', 'open', '2026-11-30T16:59', none],
      ['Mon–Fri 8-17', 'closed', '2026-11-30T17:00', none],
      ['Mon–Fri 8-17', 'closed', '2026-11-29T12:00', none],
      ['Mon–Fri 22:00–6:00', 'open', '2026-12-05T05:59', none],
      ['Mon–Fri 22:00–6:00', 'closed', '2026-12-05T06:00', none],
      ['Mon–Fri 22:00–6:00', 'closed', '2026-11-30T05:00', none],
      ['Mon–Fri 8-17', 'closed', '2026-12-25T12:00', days],
      ['always', 'open', '2026-12-25T12:00', days],
      ['daily 8-17', 'open', '2026-12-25T12:00', days],
      ['Mon-Fri 8-17; holidays 10-14', 'open', '2026-12-25T13:59', days],
      ['Mon-Fri 8-17; holidays 10-14', 'closed', '2026-12-25T09:00', days],
      ['Mon–Fri 22:00–6:00', 'open', '2026-12-25T03:00', days],
      ['Mon–Fri 22:00–6:00', 'closed', '2026-12-26T03:00', days],
      /** March 8, 2026: 2:00 becomes 3:00. Two hours from 1:00 are one hour long. */
      ['Sun 1:00–3:00', 'open', '2026-03-08T01:59', none],
      ['Sun 1:00–3:00', 'closed', '2026-03-08T03:00', none],
      ['Sun 2:15–2:45', 'closed', '2026-03-08T03:15', none],
      ['Sun 2:30–4:00', 'open', '2026-03-08T03:00', none],
      /** November 1, 2026: 1:30 comes twice, and is within both times. */
      ['Sun 1:00–2:00', 'open', '2026-11-01T01:30-04:00', none],
      ['Sun 1:00–2:00', 'open', '2026-11-01T01:30-05:00', none],
      ['Sun 0:00–1:30', 'open', '2026-11-01T01:15-05:00', none],
      ['Sun 0:00–1:30', 'closed', '2026-11-01T01:30-05:00', none],
      ['Sun 1:30–3:00', 'open', '2026-11-01T01:00-05:00', none],
    ] as [string, string, string, Map<string, string>][])
    .run(({ assert }, [typed, expected, moment, holidays]) => {
      assert.equal(isOpenAt(read(typed), zone, at(moment), holidays), expected === 'open')
    })

  test('after {1} comes {2}: {0}')
    .with([
      ['Mon–Fri 8-17', '2026-11-29T22:10', '2026-11-30T08:00', none],
      ['Mon–Fri 8-17', '2026-12-04T17:00', '2026-12-07T08:00', none],
      ['Mon–Fri 8-17', '2026-12-24T18:00', '2026-12-28T08:00', days],
      ['Mon 8-12, 13-17', '2026-11-30T12:15', '2026-11-30T13:00', none],
      ['Sun 2:30–4:00', '2026-03-08T01:00', '2026-03-08T03:00', none],
      ['Sun 2:15–2:45', '2026-03-08T01:00', '2026-03-15T02:15', none],
      ['Sun 1:30–3:00', '2026-11-01T00:50', '2026-11-01T01:30-04:00', none],
      ['holidays 10-14', '2026-11-30T12:00', '2026-12-25T10:00', days],
    ] as [string, string, string, Map<string, string>][])
    .run(({ assert }, [typed, moment, opening, holidays]) => {
      assert.equal(nextOpening(read(typed), zone, at(moment), holidays), at(opening))
    })

  test('hours of another zone are that zone’s, whoever asks', ({ assert }) => {
    const hours = read('Mon–Fri 8-17')
    /** Phoenix keeps its clocks: two hours behind New York in winter, three in summer. */
    assert.isFalse(isOpenAt(hours, 'America/Phoenix', at('2026-12-01T09:59'), none))
    assert.isTrue(isOpenAt(hours, 'America/Phoenix', at('2026-12-01T10:00'), none))
    assert.isFalse(isOpenAt(hours, 'America/Phoenix', at('2026-07-01T10:59'), none))
    assert.isTrue(isOpenAt(hours, 'America/Phoenix', at('2026-07-01T11:00'), none))
  })

  test('nobody who is never there opens', ({ assert }) => {
    assert.isNull(nextOpening(read('holidays 10-14'), zone, at('2026-11-30T12:00'), none))
    assert.equal(nextOpening(alwaysOpen, zone, 123, none), 123)
  })

  test('the next opening is open, and nothing before it is', ({ assert }) => {
    const by = chance(262)
    const zones = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu']
    const holidays = new Map([
      ['2026-03-09', 'One'],
      ['2026-10-31', 'Two'],
    ])
    /** Weeks around the changes of the clocks. */
    const begins = ['2026-03-05', '2026-03-27', '2026-10-01', '2026-10-23', '2026-10-30']
    for (let round = 0; round < 120; round++) {
      const hours = someHours(by)
      const there = by.one(zones)
      const from = at(by.one(begins)) + by.below(3 * 24 * 60) * minute
      const next = nextOpening(hours, there, from, holidays)
      const end = Math.min(next ?? Infinity, from + 4 * 24 * 60 * minute)
      if (next !== null) assert.isTrue(isOpenAt(hours, there, next, holidays))
      for (let moment = from; moment < end; moment += 5 * minute) {
        assert.isFalse(isOpenAt(hours, there, moment, holidays), `${wordsOf(hours)} ${moment}`)
      }
    }
  })
})

/** Any hours that can be: up to three spans a day that neither touch nor overlap, the last perhaps over midnight. */
function someHours(by: ReturnType<typeof chance>): Hours {
  const few = Array.from({ length: 1 + by.below(3) }, () => someSpans(by))
  const hours: Hours = Array.from({ length: 8 }, () => (by.below(4) ? by.one(few) : []))
  if (hours.every((spans) => !spans.length)) hours[by.below(2) ? 0 : holiday] = someSpans(by)
  return hours.map((spans) => spans.map((span) => ({ ...span })))
}

function someSpans(by: ReturnType<typeof chance>): Span[] {
  const times = new Set(Array.from({ length: 2 * (1 + by.below(3)) }, () => by.below(96) * 15))
  const sorted = [...times].sort((one, other) => one - other)
  const spans: Span[] = []
  for (let from = 0; from + 1 < sorted.length; from += 2) {
    spans.push({ from: sorted[from], until: sorted[from + 1] })
  }
  const last = spans.at(-1)
  if (!last) return [{ from: 0, until: 24 * 60 }]
  if (!by.below(3)) last.until = 24 * 60 + by.below(last.from / 15) * 15
  return spans.map((span) => ({ ...span }))
}
