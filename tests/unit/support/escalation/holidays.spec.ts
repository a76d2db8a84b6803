import { federalHolidays } from '#app/support/escalation/federal_holidays'
import { isDay, readHolidayLines } from '#app/support/escalation/holiday_lines'
import { test } from '@japa/runner'

/** As the Office of Personnel Management publishes them: the days on which offices are closed. */
const published: Record<number, string> = {
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
}

test.group('Federal holidays', () => {
  for (const [year, days] of Object.entries(published)) {
    test(`are known for ${year}`, ({ assert }) => {
      const computed = federalHolidays(Number(year)).map(({ day }) => day.slice(5))
      assert.equal(computed.join(' '), days)
    })
  }

  test('say when they are observed on another day', ({ assert }) => {
    const names = (year: number) => federalHolidays(year).map(({ day, name }) => `${day} ${name}`)
    assert.include(names(2026), '2026-07-03 Independence Day (observed)')
    assert.include(names(2027), '2027-12-31 New Year’s Day (observed)')
    assert.include(names(2028), '2028-11-23 Thanksgiving Day')
  })
})

test.group('Pasted holidays', () => {
  test('are read in both ways of writing a day', ({ assert }) => {
    assert.deepEqual(
      readHolidayLines(
        '2026-12-25 Christmas Day\r\n\n1/1/2027, New Year’s Day\n2027-2-12\tLincoln’s Birthday'
      ),
      {
        days: [
          { day: '2026-12-25', name: 'Christmas Day' },
          { day: '2027-01-01', name: 'New Year’s Day' },
          { day: '2027-02-12', name: 'Lincoln’s Birthday' },
        ],
      }
    )
  })

  test('say each wrong line', ({ assert }) => {
    const text =
      'Christmas\n2026-02-30 Never\n13/01/2026 Nor this\n2026-12-25\n2026-07-04 A\n7/4/2026 B'
    const read = readHolidayLines(text)
    assert.deepEqual('problems' in read && read.problems.map((problem) => problem.slice(0, 34)), [
      'Line 1: it begins with no day. Wri',
      'Line 2: there is no day 2026-02-30',
      'Line 3: there is no day 13/01/2026',
      'Line 4: say what holiday 2026-12-2',
      'Line 6: 2026-07-04 is A already, s',
    ])
    assert.property(readHolidayLines(' \n'), 'problems')
    assert.property(readHolidayLines('2026-12-25 Day\n'.repeat(101)), 'problems')
    assert.property(readHolidayLines(`2026-12-25 ${'x'.repeat(101)}`), 'problems')
    assert.property(readHolidayLines('2026-12-25 a\0b'), 'problems')
  })

  test('a day is one of the calendar', ({ assert }) => {
    assert.isTrue(isDay('2028-02-29'))
    for (const text of ['2027-02-29', '2026-13-01', '1999-01-01', 'today', '2026-1-1']) {
      assert.isFalse(isDay(text), text)
    }
  })
})
