import { inFields, wallTime } from '#app/doors/http/forms/wall_time'
import { test } from '@japa/runner'

const iso = (on: string, at: string, zone?: string) => {
  const time = wallTime(on, at, zone)
  return 'at' in time ? new Date(time.at).toISOString() : time.wrong
}

test.group('A day and an hour of the service’s zone', () => {
  test('mean an instant, also when clocks change: {on} {at}')
    .with([
      { on: '2027-01-31', at: '14:30', is: '2027-01-31T19:30:00.000Z' },
      { on: '2027-07-31', at: '14:30', is: '2027-07-31T18:30:00.000Z' },
      { on: '2027-07-31', at: '9:05', is: '2027-07-31T13:05:00.000Z' },
      { on: '2027-03-14', at: '01:59', is: '2027-03-14T06:59:00.000Z' },
      { on: '2027-03-14', at: '02:00', is: 'hour' },
      { on: '2027-03-14', at: '02:59', is: 'hour' },
      { on: '2027-03-14', at: '03:00', is: '2027-03-14T07:00:00.000Z' },
      { on: '2027-11-07', at: '00:59', is: '2027-11-07T04:59:00.000Z' },
      { on: '2027-11-07', at: '01:00', is: '2027-11-07T05:00:00.000Z' },
      { on: '2027-11-07', at: '01:59', is: '2027-11-07T05:59:00.000Z' },
      { on: '2027-11-07', at: '02:00', is: '2027-11-07T07:00:00.000Z' },
      { on: '2027-02-29', at: '12:00', is: 'day' },
      { on: '2027-2-9', at: '12:00', is: 'day' },
      { on: '2028-02-29', at: '12:00', is: '2028-02-29T17:00:00.000Z' },
      { on: '2027-01-01', at: '24:01', is: 'hour' },
      { on: '2027-01-01', at: 'noon', is: 'hour' },
    ])
    .run(({ assert }, { on, at, is }) => {
      assert.equal(iso(on, at), is)
    })

  test('say that they come twice only where they do: {at}')
    .with([
      { at: '00:59', twice: false },
      { at: '01:00', twice: true },
      { at: '01:59', twice: true },
      { at: '02:00', twice: false },
    ])
    .run(({ assert }, { at, twice }) => {
      assert.include(wallTime('2027-11-07', at), { comesTwice: twice })
    })

  test('where clocks change at midnight, or by half an hour', ({ assert }) => {
    assert.equal(iso('2027-03-14', '00:30', 'America/Havana'), 'hour')
    assert.equal(iso('2027-04-04', '01:45', 'Australia/Lord_Howe'), '2027-04-03T14:45:00.000Z')
    assert.include(wallTime('2027-04-04', '01:45', 'Australia/Lord_Howe'), { comesTwice: true })
  })

  test('come back as they were written', ({ assert }) => {
    const time = wallTime('2027-07-31', '09:05')
    assert.deepEqual(inFields((time as { at: number }).at), { on: '2027-07-31', at: '09:05' })
  })
})
