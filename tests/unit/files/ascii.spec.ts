import { ToCrlf, ToLf } from '#app/files/receiving/ascii'
import { TextProbe } from '#app/files/blobs/text_kind'
import { receive } from '#app/files/receiving/receive'
import { adasUpload, bytesOf } from '#tests/support/bytes'
import { undone } from '#tests/support/database'
import { cut } from '#tests/support/multipart'
import { chance } from '#tests/support/random'
import { test } from '@japa/runner'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'

async function through(endings: ToLf | ToCrlf, bytes: Buffer, nextLength: () => number) {
  const changed = await buffer(Readable.from(cut(bytes, nextLength)).pipe(endings))
  return { bytes: changed, changed: endings.changed }
}

function kindOf(bytes: Buffer, nextLength: () => number) {
  const probe = new TextProbe()
  for (const piece of cut(bytes, nextLength)) probe.push(Buffer.from(piece))
  return probe.end()
}

const utf16be = (text: string) => Buffer.from('\ufeff' + text, 'utf16le').swap16()
const utf16le = (text: string) => Buffer.from('\ufeff' + text, 'utf16le')

/** Text with every kind of line ending close together, so that many of them are cut. */
function someText(luck: ReturnType<typeof chance>) {
  const words = ['\r', '\n', '\r\n', 'a', 'Zeile ', 'ü', '日', '😀', '\u010d\u0a0d']
  return Array.from({ length: luck.below(200) }, () => luck.one(words)).join('')
}

test.group('ASCII mode', (group) => {
  group.each.setup(undone)

  test('changes the same line endings wherever the text was cut', async ({ assert }) => {
    for (let seed = 1; seed <= 500; seed++) {
      const luck = chance(seed)
      const text = someText(luck)
      const endings = (text.match(/\r\n|\r/g) ?? []).length
      const lone = (text.match(/(?<!\r)\n/g) ?? []).length
      for (const code of [Buffer.from, utf16le, utf16be] as ((text: string) => Buffer)[]) {
        const size = () => luck.below(7) + 1
        const lf = await through(new ToLf(), code(text), size)
        assert.isTrue(lf.bytes.equals(code(text.replace(/\r\n?/g, '\n'))), `seed ${seed}`)
        assert.equal(lf.changed, endings, `seed ${seed}`)
        const crlf = await through(new ToCrlf(), code(text), size)
        assert.isTrue(crlf.bytes.equals(code(text.replace(/(?<!\r)\n/g, '\r\n'))), `seed ${seed}`)
        assert.equal(crlf.changed, lone, `seed ${seed}`)
      }
    }
  })

  test('tells text from what is none, wherever it was cut', ({ assert }) => {
    const samples: [Buffer, string | null][] = [
      [Buffer.from(''), 'utf-8'],
      [Buffer.from('plain\r\n'), 'utf-8'],
      [Buffer.from('\ufeffwith a mark, ü 日 😀'), 'utf-8'],
      [utf16le('Größe 😀\r\n'), 'utf-16le'],
      [utf16be('Größe 😀\r\n'), 'utf-16be'],
      [Buffer.from('Gr\xf6\xdfe \x80 5\r\n', 'latin1'), 'windows-1252'],
      [Buffer.from('undefined \x81\r\n', 'latin1'), null],
      [Buffer.from('a\u0000b'), null],
      [Buffer.concat([utf16le('odd'), Buffer.from('x')]), null],
      [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from([0x00, 0xd8])]), null],
      [Buffer.from('%PDF-1.4\r\nno NUL in here'), null],
      [Buffer.from([0xc3]), 'windows-1252'],
    ]
    for (const [bytes, kind] of samples) {
      for (let seed = 1; seed <= 40; seed++) {
        const luck = chance(seed)
        assert.equal(
          kindOf(bytes, () => luck.below(4) + 1),
          kind,
          bytes.toString('latin1')
        )
      }
    }
  })

  test('text is converted, the receipt says how much, and the original stays', async ({
    assert,
  }) => {
    const sent = 'one\r\ntwo\rthree\nfour'
    const upload = await adasUpload('notes.txt', { mode: 'ascii' })
    const receipt = await receive(Readable.from([sent]), upload)
    assert.equal(receipt.lineEndingsChanged, 2)
    assert.isFalse(receipt.isKeptAsItWas)
    assert.equal(String(await bytesOf(receipt.version.blobKey)), 'one\ntwo\nthree\nfour')
    assert.equal(String(await bytesOf(receipt.version.originalBlobKey)), sent)
    assert.equal(receipt.version.originalSizeBytes, sent.length)
    assert.equal(receipt.file.sizeBytes, sent.length - 1)
  })

  test('what is not text is kept byte for byte, and the receipt says so', async ({ assert }) => {
    const sent = Buffer.from('PK\u0003\u0004\u0000\r\n\r\n')
    const upload = await adasUpload('archive.zip', { mode: 'ascii' })
    const receipt = await receive(Readable.from([sent]), upload)
    assert.isTrue(receipt.isKeptAsItWas)
    assert.equal(receipt.lineEndingsChanged, 0)
    assert.isNull(receipt.version.originalBlobKey)
    assert.isTrue(sent.equals(await bytesOf(receipt.version.blobKey)))
  })
})
