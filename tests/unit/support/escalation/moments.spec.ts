import { whomToCall } from '#app/support/escalation/whom_to_call'
import type { Severity } from '#app/support/records/entry_kinds'
import { atClock, question } from '#tests/support/escalation'
import { test } from '@japa/runner'

/**
 * Whom SRR's callers are told to call. Who can be reached when, on the clocks of New York:
 *
 *   1  from question  DOL Service Desk, Mon–Fri 8:00–17:00; after 15 minutes the next
 *   2  from problem   Lena Long, else Ada Adams, Mon–Fri 7:00–19:00, Sat 9:00–13:00; after 30 minutes the next
 *   3  from problem   Phoenix Desk, Mon–Sat 6:00–18:00 in Phoenix, which never changes its clocks: 8:00–20:00 in winter,
 *                     9:00–21:00 in summer; after 20 minutes the next
 *   4  from incident  Nia Novak, else Ada Adams, the nights of Mon–Fri 17:00–8:00, Saturdays, Sundays, holidays; so nobody in
 *                     the first eight hours of a Monday; after 10 minutes the next
 *   –                 DOL help line, Mon–Fri 7:00–18:00; after 15 minutes the next
 *   –                 Waybill help desk, always
 *
 * Each is tried at the moment at which one would come to it. Holidays: July 3, November 26 and 27, December 25. Whoever is
 * absent is so from December 1, 0:00, until December 5, 0:00.
 */
const table = `
when                      | severity | absent    | sentence                                               | then                               | opens again
-- A Monday
2026-11-30 10:00          | question |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 line, 15 central                |
2026-11-30 10:00          | problem  |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 line, 15 central |
2026-11-30 10:00          | incident |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 line, 15 central |
2026-11-30 07:59          | question |           | Call the DOL help line at 860-263-6999.                | 15 central                         | The DOL Service Desk can be reached again from 8:00 AM EST on.
2026-11-30 08:00          | question |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 line, 15 central                |
2026-11-30 16:59          | question |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 line, 15 central                |
2026-11-30 17:00          | question |           | Call the DOL help line at 860-263-6999.                | 15 central                         | The DOL Service Desk can be reached again from Tuesday, 8:00 AM EST on.
2026-11-30 18:00          | question |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The DOL help line can be reached again from Tuesday, 7:00 AM EST on.
2026-11-30 07:30          | problem  |           | Call Lena Long at 860-263-6281.                        | 30 Phoenix, 20 line, 15 central    |
2026-11-30 07:29          | problem  |           | Call Lena Long at 860-263-6281.                        | 30 line, 15 central                |
2026-11-30 18:30          | problem  |           | Call Lena Long at 860-263-6281.                        | 30 Phoenix, 20 central             |
2026-11-30 19:00          | problem  |           | Call the Phoenix Desk at 602-555-0100.                 | 20 central                         |
2026-11-30 19:59          | problem  |           | Call the Phoenix Desk at 602-555-0100.                 | 20 central                         |
2026-11-30 20:00          | problem  |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Lena Long can be reached again from Tuesday, 7:00 AM EST on.
2026-11-30 20:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-30 03:00          | incident |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Lena Long can be reached again from 7:00 AM EST on.
-- Other weekdays
2026-12-01 03:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-12-01 07:55          | incident |           | Call Lena Long at 860-263-6281.                        | 30 Phoenix, 20 line, 15 central    |
2026-12-01 16:50          | incident |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 Nia, 10 central |
2026-12-01 16:40          | incident |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 Nia, 10 line, 15 central |
2026-12-04 16:50          | problem  |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 line, 15 central |
2026-12-04 18:45          | problem  |           | Call Lena Long at 860-263-6281.                        | 30 Phoenix, 20 central             |
-- Weekends
2026-12-05 09:00          | question |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The DOL help line can be reached again from Monday, 7:00 AM EST on.
2026-12-05 09:00          | problem  |           | Call Lena Long at 860-263-6281.                        | 30 Phoenix, 20 central             |
2026-12-05 12:45          | problem  |           | Call Lena Long at 860-263-6281.                        | 30 Phoenix, 20 central             |
2026-12-05 13:00          | problem  |           | Call the Phoenix Desk at 602-555-0100.                 | 20 central                         |
2026-12-05 13:00          | incident |           | Call the Phoenix Desk at 602-555-0100.                 | 20 Nia, 10 central                 |
2026-12-05 19:50          | incident |           | Call the Phoenix Desk at 602-555-0100.                 | 20 Nia, 10 central                 |
2026-12-05 21:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-29 22:10          | problem  |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Lena Long can be reached again from Monday, 7:00 AM EST on.
2026-11-29 22:10          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-29 22:10          | question |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The DOL help line can be reached again from Monday, 7:00 AM EST on.
2026-11-29 23:55          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
-- Holidays
2026-11-26 10:00          | question |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The DOL help line can be reached again from Monday, 7:00 AM EST on.
2026-11-26 10:00          | problem  |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The Phoenix Desk can be reached again from Saturday, 8:00 AM EST on.
2026-11-26 10:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-26 03:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-27 10:00          | problem  |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The Phoenix Desk can be reached again from Saturday, 8:00 AM EST on.
2026-11-27 10:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-28 03:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-12-24 18:30          | problem  |           | Call Lena Long at 860-263-6281.                        | 30 Phoenix, 20 central             |
2026-12-25 12:00          | question |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The DOL help line can be reached again from Monday, 7:00 AM EST on.
2026-12-25 12:00          | problem  |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The Phoenix Desk can be reached again from Saturday, 8:00 AM EST on.
2026-12-25 23:50          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-12-26 00:10          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-07-03 10:00          | problem  |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Lena Long can be reached again from Saturday, 9:00 AM EDT on.
2026-07-03 10:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
-- Absences
2026-12-02 10:00          | problem  | lena      | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Ada, 30 Phoenix, 20 line, 15 central |
2026-12-02 18:00          | problem  | lena      | Call Ada Adams at 860-263-6282.                        | 30 Phoenix, 20 central             |
2026-12-02 18:00          | problem  | lena, ada | Call the Phoenix Desk at 602-555-0100.                 | 20 central                         |
2026-12-02 10:00          | incident | lena, ada | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Phoenix, 20 line, 15 central    |
2026-12-02 10:00          | question | lena, ada | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 line, 15 central                |
2026-12-02 20:00          | incident | nia       | Call Ada Adams at 860-263-6282.                        | 10 central                         |
2026-12-02 20:00          | incident | nia, ada  | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Lena Long can be reached again from Thursday, 7:00 AM EST on.
2026-12-02 07:45          | incident | lena      | Call Ada Adams at 860-263-6282.                        | 30 Phoenix, 20 line, 15 central    |
2026-12-04 23:50          | incident | nia       | Call Ada Adams at 860-263-6282.                        | 10 central                         |
2026-12-05 00:00          | incident | nia       | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-12-05 10:00          | problem  | lena      | Call Lena Long at 860-263-6281.                        | 30 Phoenix, 20 central             |
2026-11-30 23:59          | incident | nia       | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-12-01 00:00          | incident | nia       | Call Ada Adams at 860-263-6282.                        | 10 central                         |
2026-12-02 20:00          | problem  | lena      | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Ada Adams can be reached again from Thursday, 7:00 AM EST on.
2026-12-04 20:00          | problem  | lena      | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The Phoenix Desk can be reached again from Saturday, 8:00 AM EST on.
-- March 8: 2:00 becomes 3:00 in New York, and nothing changes in Phoenix
2026-03-06 08:30          | problem  |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 line, 15 central |
2026-03-07 19:59          | problem  |           | Call the Phoenix Desk at 602-555-0100.                 | 20 central                         |
2026-03-08 01:50          | question |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The DOL help line can be reached again from Monday, 7:00 AM EDT on.
2026-03-08 01:59          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-03-08 03:00          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-03-09 08:00          | problem  |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 line, 15 central       |
2026-03-09 08:15          | problem  |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 line, 15 central |
2026-03-14 20:30          | problem  |           | Call the Phoenix Desk at 602-555-0100.                 | 20 central                         |
2026-03-14 21:00          | problem  |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Lena Long can be reached again from Monday, 7:00 AM EDT on.
2026-07-01 20:45          | incident |           | Call the Phoenix Desk at 602-555-0100.                 | 20 Nia, 10 central                 |
2026-07-06 08:45          | problem  |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 line, 15 central |
-- November 1: 2:00 becomes 1:00 in New York
2026-10-30 08:30          | problem  |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 line, 15 central |
2026-10-30 20:30          | problem  |           | Call the Phoenix Desk at 602-555-0100.                 | 20 central                         |
2026-10-31 23:00          | question |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | The DOL help line can be reached again from Monday, 7:00 AM EST on.
2026-11-01 01:30-04:00    | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-01 01:30-05:00    | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-01 23:59          | incident |           | Call Nia Novak at 860-263-6290.                        | 10 central                         |
2026-11-02 00:00          | incident |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Lena Long can be reached again from 7:00 AM EST on.
2026-11-02 08:00          | problem  |           | Call the DOL Service Desk at 860-263-6000, option 2.   | 15 Lena, 30 Phoenix, 20 line, 15 central |
2026-11-02 20:30          | problem  |           | Call the Waybill help desk at 860-622-2300, option 9.  |                                    | Lena Long can be reached again from Tuesday, 7:00 AM EST on.
`

const rows = table
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

/** How the column "then" calls each of them. */
const short: Record<string, string> = {
  'the DOL Service Desk': 'desk',
  'Lena Long': 'Lena',
  'Ada Adams': 'Ada',
  'Nia Novak': 'Nia',
  'the Phoenix Desk': 'Phoenix',
  'the DOL help line': 'line',
  'the Waybill help desk': 'central',
}

const away = { from: atClock('2026-12-01 00:00'), until: atClock('2026-12-05 00:00') }

test.group('Whom to call, at many moments', () => {
  test('there are more than sixty of them', ({ assert }) => {
    assert.isAbove(rows.length, 60)
  })

  for (const [when, severity, absent, sentence, then, opens] of rows) {
    test(`${when}, ${severity}${absent ? `, without ${absent}` : ''}`, ({ assert }) => {
      const answer = whomToCall(
        question({
          at: atClock(when),
          severity: severity as Severity,
          absences: absent
            .split(', ')
            .filter(Boolean)
            .map((entryId) => ({ entryId, ...away })),
        })
      )
      const told = answer.then.map(({ afterMinutes, name }) => `${afterMinutes} ${short[name!]}`)
      assert.equal(answer.sentence, sentence)
      assert.equal(told.join(', '), then)
      assert.equal(answer.opens ?? '', opens)
      assert.equal(answer.fallback.number.text, '860-622-2300, option 9')
    })
  }
})
