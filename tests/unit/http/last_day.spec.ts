import { endOf } from '#app/doors/http/forms/last_day'
import { test } from '@japa/runner'

test.group('The last day', () => {
  test('ends with the day in the service’s zone, also when clocks change: {day}')
    .with([
      { day: '2027-01-31', ends: '2027-02-01T04:59:59.000Z' },
      { day: '2027-07-31', ends: '2027-08-01T03:59:59.000Z' },
      { day: '2027-03-13', ends: '2027-03-14T04:59:59.000Z' },
      { day: '2027-03-14', ends: '2027-03-15T03:59:59.000Z' },
      { day: '2027-11-07', ends: '2027-11-08T04:59:59.000Z' },
    ])
    .run(({ assert }, { day, ends }) => {
      assert.equal(new Date(endOf(day)).toISOString(), ends)
    })
})
