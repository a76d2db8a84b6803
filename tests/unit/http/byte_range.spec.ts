import { byteRange, isAmong } from '#app/doors/http/answers/byte_range'
import { test } from '@japa/runner'

test.group('Byte ranges', () => {
  const understood: [string, number, ReturnType<typeof byteRange>][] = [
    ['bytes=0-0', 10, { start: 0, end: 0 }],
    ['bytes=0-', 10, { start: 0, end: 9 }],
    ['bytes=3-5', 10, { start: 3, end: 5 }],
    ['bytes=3-500', 10, { start: 3, end: 9 }],
    ['bytes=9-', 10, { start: 9, end: 9 }],
    ['bytes=-4', 10, { start: 6, end: 9 }],
    ['bytes=-40', 10, { start: 0, end: 9 }],
    ['Bytes= 2-3 ', 10, { start: 2, end: 3 }],
    ['bytes=10-', 10, 'unsatisfiable'],
    ['bytes=99999999999999999999999-', 10, 'unsatisfiable'],
    ['bytes=-0', 10, 'unsatisfiable'],
    ['bytes=5-2', 10, null],
    ['bytes=-', 10, null],
    ['bytes=a-b', 10, null],
    ['bytes=1-2,4-5', 10, null],
    ['bytes=1.5-3', 10, null],
    ['items=0-1', 10, null],
    ['', 10, null],
    ['bytes=0-', 0, null],
  ]
  for (const [header, size, part] of understood) {
    test(`"${header}" of ${size} bytes`, ({ assert }) => {
      assert.deepEqual(byteRange(header, size), part)
    })
  }

  test('no header asks for everything', ({ assert }) => {
    assert.isNull(byteRange(undefined, 10))
  })

  test('whatever is written there, a part lies inside', ({ assert }) => {
    const signs = 'bytes=0123456789-, ;x'
    for (let turn = 0; turn < 5000; turn++) {
      const tail = Array.from({ length: 8 }, () => signs[Math.floor(Math.random() * signs.length)])
      const size = Math.floor(Math.random() * 50)
      const part = byteRange(`bytes=${tail.join('')}`, size)
      if (part === null || part === 'unsatisfiable') continue
      assert.isTrue(part.start >= 0 && part.start <= part.end && part.end < size)
    }
  })
})

test.group('Entity tags', () => {
  const held: [string | undefined, boolean][] = [
    ['"abc"', true],
    ['W/"abc"', true],
    ['"x", "abc"', true],
    ['*', true],
    ['"abcd"', false],
    ['abc', false],
    ['', false],
    [undefined, false],
  ]
  for (const [header, answer] of held) {
    test(`${header} ${answer ? 'holds' : 'does not hold'} "abc"`, ({ assert }) => {
      assert.equal(isAmong(header, '"abc"'), answer)
    })
  }
})
