import { UploadRefused } from '#app/files/receiving/upload_refused'
import { readUploadForm, type FormAnswers } from '#app/files/receiving/upload_form'
import { formLimits } from '#app/files/receiving/upload_form_parser'
import { boundary, cut, formHeaders, multipart, type Part } from '#tests/support/multipart'
import { chance } from '#tests/support/random'
import { test } from '@japa/runner'
import { PassThrough, Readable } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'

/** Reads a form to its end and tells what it saw, in the order in which it saw it. */
async function seen(body: Buffer | Iterable<Buffer>, answers: Partial<FormAnswers> = {}) {
  const fields: Record<string, string> = {}
  const files: [string, string][] = []
  const source = Readable.from(Buffer.isBuffer(body) ? cut(body, () => 65_536) : body)
  await readUploadForm(source, formHeaders, {
    onFields: async (given) => void Object.assign(fields, Object.fromEntries(given)),
    onFile: async ({ name, stream }) => {
      const file: [string, string] = [name, '']
      files.push(file)
      for await (const piece of stream) file[1] += piece.toString('latin1')
    },
    ...answers,
  })
  return { fields, files }
}

const file = (filename: string, body: Buffer | string): Part => ({ field: 'files', filename, body })

test.group('Reading an upload form', () => {
  test('fields come first, then each file whole, wherever the body was cut', async ({ assert }) => {
    const big = chance(1).bytes(300_000)
    const body = multipart([
      { field: '_csrf', body: 'token' },
      { field: 'mode', body: 'ascii' },
      file('a.txt', 'first'),
      file('empty.bin', ''),
      file('big.bin', big),
    ])
    for (const size of [1000, 4096, 65_536, body.length]) {
      const { fields, files } = await seen(cut(body, () => size))
      assert.deepEqual(fields, { _csrf: 'token', mode: 'ascii' })
      assert.deepEqual(
        files.map(([name, content]) => [name, content.length]),
        [
          ['a.txt', 5],
          ['empty.bin', 0],
          ['big.bin', big.length],
        ]
      )
      assert.isTrue(Buffer.from(files[2][1], 'latin1').equals(big))
    }
  })

  test('names arrive as they were meant', async ({ assert }) => {
    const names = ['Übersicht – 日本.txt', 'a "quoted" name', "50% off; it's #1", '😀.png']
    const parts: Part[] = names.map((name) => file(name, 'x'))
    parts.push({
      field: '',
      disposition: `form-data; name="files"; filename*=UTF-8''na%C3%AFve%20file.txt`,
      body: 'x',
    })
    parts.push({
      field: '',
      disposition: 'form-data; name="files"; filename="C:\\Users\\Ada\\old browser.txt"',
      body: 'x',
    })
    parts.push(file('/home/ada/text browser.txt', 'x'))
    const { files } = await seen(multipart(parts))
    assert.deepEqual(
      files.map(([name]) => name),
      [...names, 'naïve file.txt', 'old browser.txt', 'text browser.txt']
    )
  })

  test('a file input that was left empty is no file', async ({ assert }) => {
    const { fields, files } = await seen(
      multipart([{ field: 'mode', body: 'binary' }, file('', '')])
    )
    assert.deepEqual(fields, { mode: 'binary' })
    assert.lengthOf(files, 0)
  })

  test('a form without any file still asks for its fields', async ({ assert }) => {
    const { fields } = await seen(multipart([{ field: 'mode', body: 'binary' }]))
    assert.deepEqual(fields, { mode: 'binary' })
  })

  test('no file begins when the fields are refused', async ({ assert }) => {
    const begun: string[] = []
    const answers: Partial<FormAnswers> = {
      onFields: async () => {
        throw new Error('bad token')
      },
      onFile: async ({ name }) => void begun.push(name),
    }
    const body = multipart([{ field: '_csrf', body: 'bad' }, file('a', 'x'.repeat(1_000_000))])
    await assert.rejects(() => seen(body, answers), 'bad token')
    assert.lengthOf(begun, 0)
  })

  test('a file that is left unread, or destroyed, holds nobody up', async ({ assert }) => {
    const names: string[] = []
    const body = multipart(['a', 'b', 'c', 'd'].map((name) => file(name, 'x'.repeat(500_000))))
    await seen(body, {
      onFile: async ({ name, stream }) => {
        names.push(name)
        if (name === 'b') stream.destroy()
        if (name === 'c') for await (const piece of stream) if (piece) break
      },
    })
    assert.deepEqual(names, ['a', 'b', 'c', 'd'])
  })

  test('the next file is read while earlier ones still become durable, but not without a limit', async ({
    assert,
  }) => {
    const body = multipart(Array.from({ length: 300 }, (_, at) => file(`${at}`, 'small')))
    let open = 0
    let most = 0
    await seen(body, {
      onFile: async ({ stream }) => {
        most = Math.max(most, ++open)
        for await (const piece of stream) assert.equal(String(piece), 'small')
        for (let at = 0; at < 20; at++) await turn()
        open--
      },
    })
    assert.equal(most, 64)
    assert.equal(open, 0)
  })

  test('a form that breaks off at any place never ends a file well that was not whole', async ({
    assert,
  }) => {
    const parts = [
      { field: 'mode', body: 'binary' },
      file('a', 'A'.repeat(50)),
      file('b', 'B'.repeat(50)),
    ]
    const body = multipart(parts)
    const lastByte = body.indexOf('B'.repeat(50)) + 50
    for (let end = 0; end < body.length - 4; end++) {
      const whole: string[] = []
      const broken = seen(body.subarray(0, end), {
        onFile: async ({ stream }) => {
          let content = ''
          for await (const piece of stream) content += piece
          whole.push(content)
        },
      })
      await assert.rejects(() => broken, /broke off/)
      for (const content of whole) assert.oneOf(content, ['A'.repeat(50), 'B'.repeat(50)])
      if (end < lastByte + boundary.length) assert.isAtMost(whole.length, 1, `cut at ${end}`)
    }
  })

  test('a connection that is lost fails the file that was arriving', async ({ assert }) => {
    const source = new PassThrough()
    const faults: unknown[] = []
    const reading = readUploadForm(source, formHeaders, {
      onFields: async () => {},
      onFile: async ({ stream }) => {
        try {
          for await (const piece of stream) assert.isNotNull(piece)
        } catch (error) {
          faults.push(error)
        }
      },
    })
    source.write(multipart([file('a', 'x'.repeat(1000))]).subarray(0, 500))
    await turn()
    source.destroy(new Error('aborted'))
    await assert.rejects(() => reading, UploadRefused)
    assert.instanceOf(faults[0], UploadRefused)
  })

  test('too many files, too many or too long fields and what is no form are refused', async ({
    assert,
  }) => {
    const files = Array.from({ length: formLimits.files + 1 }, (_, at) => file(`${at}`, ''))
    await assert.rejects(() => seen(multipart(files)), /at most 5,000 files/)
    const fields = Array.from({ length: 101 }, (_, at) => ({ field: `f${at}`, body: 'x' }))
    await assert.rejects(() => seen(multipart(fields)), /a few fields/)
    const long = { field: 'f', body: 'x'.repeat(formLimits.fieldSize + 1) }
    await assert.rejects(() => seen(multipart([long])), /a few fields/)
    for (const type of [
      'text/plain',
      'multipart/form-data',
      'multipart/form-data;',
      '',
      undefined,
    ]) {
      const answers = { onFields: async () => {}, onFile: async () => {} }
      const headers = { 'content-type': type }
      await assert.rejects(() => readUploadForm(Readable.from([]), headers, answers), /upload form/)
    }
  })
})
