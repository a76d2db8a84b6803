import { decoded } from '#app/files/views/decode'
import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'

const words = 'Zoë paid 12 € — “thanks”\r\n'
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16()
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

test.group('Decoding', () => {
  const texts: [string, Buffer][] = [
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with its mark', Buffer.from('\ufeff' + words)],
    ['UTF-16 LE with its mark', utf16('\ufeff' + words)],
    ['UTF-16 BE with its mark', swapped(utf16('\ufeff' + words))],
    ['UTF-16 LE without one', utf16(words.repeat(3))],
    ['UTF-16 BE without one', swapped(utf16(words.repeat(3)))],
    [
      'Windows-1252',
      Buffer.concat([Buffer.from('Zo\xeb paid 12 \x80 \x97 \x93thanks\x94\r\n', 'latin1')]),
    ],
  ]
  for (const [name, bytes] of texts) {
    test(`${name} reads as it was written`, ({ assert }) => {
      assert.equal(decoded(bytes)!.slice(0, words.length), words)
    })
  }

  test('nothing is text, too', ({ assert }) => {
    assert.equal(decoded(Buffer.alloc(0)), '')
  })

  test('a character that was cut at the end is left out', ({ assert }) => {
    const bytes = Buffer.from('ab🚚')
    for (let end = 2; end < bytes.length; end++) {
      assert.equal(decoded(bytes.subarray(0, end)), 'ab')
    }
  })

  for (const bytes of [
    Buffer.from([0, 0, 0, 1]),
    Buffer.from('GIF89a\u0000\u0001', 'latin1'),
    Buffer.from([0x41, 0x81, 0x42]),
    Buffer.from([0xc3, 0x28, 0x01]),
  ]) {
    test(`${bytes.toString('hex')} is no text`, ({ assert }) => {
      assert.isNull(decoded(bytes))
    })
  }

  test('never fails, whatever the bytes are', ({ assert }) => {
    for (let turn = 0; turn < 3000; turn++) {
      const answer = decoded(randomBytes(turn % 40))
      assert.isTrue(answer === null || typeof answer === 'string')
    }
  })
})
