import { dosTime } from '#app/files/zip/dos_time'
import { safeNames } from '#app/files/zip/safe_names'
import { zip, zipBytes } from '#app/files/zip/zip'
import type { ZipEntry } from '#app/files/zip/zip_entry'
import { without } from '#tests/support/programs'
import { namesIn, unpacked } from '#tests/support/unpacked'
import { test } from '@japa/runner'
import { randomBytes } from 'node:crypto'

const modifiedAt = Date.UTC(2026, 10, 22, 6, 30)

async function* inPieces(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
}

async function written(entries: ZipEntry[], contents: Buffer[]) {
  const pieces: Buffer[] = []
  for await (const piece of zip(entries, async (at) => inPieces(contents[at]))) {
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces)
}

const entry = (name: string, sizeBytes: number | null): ZipEntry => ({
  name,
  modifiedAt,
  sizeBytes,
})

test.group('ZIP', () => {
  test('what goes in comes out, and the length was known before', async ({ assert }) => {
    const contents = [Buffer.from('hello'), Buffer.alloc(0), Buffer.from('x'.repeat(12_345))]
    const names = ['a.txt', 'пусто', 'ünï 🚚.txt']
    const entries = names.map((name, at) => entry(name, contents[at].length))
    const bytes = await written(entries, contents)
    assert.equal(bytes.length, zipBytes(entries))
    const inside = await unpacked(bytes)
    names.forEach((name, at) => assert.equal(inside[name], contents[at].toString()))
  }).skip(...without('unzip'))

  test('an entry of unknown size is written in ZIP64, and nobody knows the length', async ({
    assert,
  }) => {
    const entries = [entry('a', null), entry('b', 3)]
    assert.isNull(zipBytes(entries))
    const bytes = await written(entries, [Buffer.from('wide'), Buffer.from('not')])
    assert.deepEqual(await unpacked(bytes), { a: 'wide', b: 'not' })
  }).skip(...without('unzip'))

  test('more entries than two bytes can count', async ({ assert }) => {
    const entries = Array.from({ length: 65_600 }, (_, at) => entry(`${at}`, 0))
    const bytes = await written(
      entries,
      entries.map(() => Buffer.alloc(0))
    )
    assert.equal(bytes.length, zipBytes(entries))
    assert.lengthOf(await namesIn(bytes), entries.length)
  }).skip(...without('unzip'))

  test('an entry of more than 4 GiB, and one that begins behind it', async ({ assert }) => {
    const piece = Buffer.alloc(64 * 1024 ** 2)
    const entries = [entry('large', 65 * piece.length), entry('after', 1)]
    async function* large() {
      for (let turn = 0; turn < 65; turn++) yield piece
    }
    let length = 0
    let end: Buffer = Buffer.alloc(0)
    for await (const part of zip(entries, async (at) =>
      at ? inPieces(Buffer.from('x')) : large()
    )) {
      length += part.length
      end = part
    }
    assert.equal(length, zipBytes(entries))
    /** The end of the directory, in the form of ZIP64. */
    assert.isAbove(end.indexOf(Buffer.from('PK\x06\x06', 'latin1')), 0)
    assert.equal(end.readUInt32LE(end.length - 6), 0xffffffff)
  })

  test('an entry that ends early or goes on too long breaks the archive', async ({ assert }) => {
    for (const promised of [4, 6]) {
      await assert.rejects(
        () => written([entry('a', promised)], [randomBytes(5)]),
        /5 bytes, . were promised/
      )
    }
  })
})

test.group('Times in a ZIP', () => {
  test('are those of the clock on the wall, in summer and in winter', ({ assert }) => {
    const shown = (at: number) => {
      const { date, time } = dosTime(at)
      const day = [(date >> 9) + 1980, (date >> 5) & 15, date & 31].join('-')
      return `${day} ${[time >> 11, (time >> 5) & 63, (time & 31) * 2].join(':')}`
    }
    assert.equal(shown(Date.UTC(2026, 10, 22, 3, 30, 8)), '2026-11-21 22:30:8')
    assert.equal(shown(Date.UTC(2026, 6, 1, 12, 0, 1)), '2026-7-1 8:0:0')
  })
})

test.group('Names in a ZIP', () => {
  const cases: [string[], string[]][] = [
    [
      ['a.txt', 'A.TXT', 'a.txt'],
      ['a.txt', 'A (2).TXT', 'a (3).txt'],
    ],
    [
      ['../../etc/passwd', '/abs', 'C:\\x'],
      ['.._.._etc_passwd', '_abs', 'C__x'],
    ],
    [
      ['..', '.', ''],
      ['__', '_', '_ (2)'],
    ],
    [
      ['CON', 'nul.txt', 'ends. '],
      ['_CON', '_nul.txt', 'ends__'],
    ],
    [
      ['a\r\nb', 'a\u0000b'],
      ['a__b', 'a_b'],
    ],
    [
      ['.profile', '.profile'],
      ['.profile', '.profile (2)'],
    ],
  ]
  for (const [names, safe] of cases) {
    test(names.map((name) => JSON.stringify(name)).join(', '), ({ assert }) => {
      const made = safeNames(names)
      if (names[0] === '..') assert.lengthOf(new Set(made), 3)
      else assert.deepEqual(made, safe)
    })
  }

  test('whatever the names are, they are different and lead nowhere', ({ assert }) => {
    const signs = ['.', '/', '\\', ' ', 'a', 'A', '\u0000', '\ud83d', 'é', 'e\u0301']
    const names = Array.from({ length: 3000 }, () =>
      Array.from({ length: 3 }, () => signs[Math.floor(Math.random() * signs.length)]).join('')
    )
    const made = safeNames(names)
    assert.lengthOf(new Set(made.map((name) => name.normalize('NFC').toLowerCase())), names.length)
    for (const name of made) {
      assert.notMatch(name, /[/\\\p{Cc}]/u)
      assert.notInclude(['', '.', '..'], name)
    }
  })
})
