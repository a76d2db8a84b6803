import { distanceInWords, instantInWords, sizeInWords } from '#app/doors/http/views/wording'
import { bytes, when } from '#app/doors/http/views/markup'
import { day, hour, minute, now } from '#app/shared/clock'
import { test } from '@japa/runner'

test.group('Wording', () => {
  test('an instant is told in the zone of the service, with the zone', ({ assert }) => {
    const words = instantInWords(Date.UTC(2026, 10, 22, 6, 5))
    assert.match(words, /^Nov 22, 2026, 1:05\sAM EST$/u)
  })

  test('each minute of a day reads as the calendar of the zone writes it, also where clocks change', ({
    assert,
  }) => {
    const calendar = new Intl.DateTimeFormat('en-US', {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'America/New_York',
    })
    for (const begin of [Date.UTC(2026, 2, 8), Date.UTC(2026, 10, 1), Date.UTC(2026, 11, 31)]) {
      for (let at = begin; at < begin + day; at += 7 * minute + 13) {
        assert.equal(instantInWords(at).replace(/ E[SD]T$/, ''), calendar.format(at))
      }
    }
    assert.match(instantInWords(Date.UTC(2026, 2, 8, 6, 59)), /1:59\sAM EST$/u)
    assert.match(instantInWords(Date.UTC(2026, 2, 8, 7, 0)), /3:00\sAM EDT$/u)
  })

  test('how far an instant is', ({ assert }) => {
    const from = now()
    assert.equal(distanceInWords(from - 3 * hour, from), '3 hours ago')
    assert.equal(distanceInWords(from + 59 * day, from), 'in 59 days')
    assert.equal(distanceInWords(from + 60 * day - minute, from), 'in 60 days')
    assert.equal(distanceInWords(from - 60 * day + minute, from), '59 days ago')
    assert.equal(distanceInWords(from + 120 * day, from), 'in 4 months')
    assert.equal(distanceInWords(from - minute, from), '1 minute ago')
    assert.equal(distanceInWords(from - 1, from), 'just now')
  })

  test('a size in the units of file windows', ({ assert }) => {
    const told = [0, 1, 1023, 1024, 1536, 10 * 1024, 1024 ** 2, 5.5 * 1024 ** 3].map(sizeInWords)
    assert.deepEqual(told, [
      '0 bytes',
      '1 byte',
      '1023 bytes',
      '1.0 KB',
      '1.5 KB',
      '10 KB',
      '1.0 MB',
      '5.5 GB',
    ])
  })

  test('the exact values are in the markup', ({ assert }) => {
    assert.include(String(bytes(1234567).value), 'title="1,234,567 bytes"')
    assert.include(String(when(day).value), 'datetime="1970-01-02T00:00:00Z"')
    assert.equal(when(null), '')
  })
})
