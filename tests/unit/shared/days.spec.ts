import { dayOf, endOfDay, hour } from '#app/shared/clock'
import { test } from '@japa/runner'

const zone = 'America/New_York'

test.group('A day of the service’s zone', () => {
  test('ends with its last instant, on days of 23 and 25 hours, too', ({ assert }) => {
    for (const day of ['2026-11-01', '2026-03-08', '2028-02-29', '2026-12-31']) {
      const end = endOfDay(day, zone)!
      assert.equal(dayOf(end, zone), day)
      assert.notEqual(dayOf(end + 1, zone), day)
    }
    assert.equal(endOfDay('2026-12-31', zone)! + 1, Date.UTC(2027, 0, 1, 5))
    const [before, changed] = [endOfDay('2026-10-31', zone)!, endOfDay('2026-11-01', zone)!]
    assert.equal(changed - before, 25 * hour)
  })

  test('that is none is not taken for another', ({ assert }) => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '12/31/2026',
      '2026-W10',
      '',
      '2026-1-1',
      'x',
    ]) {
      assert.isNull(endOfDay(text, zone), text)
    }
  })
})
