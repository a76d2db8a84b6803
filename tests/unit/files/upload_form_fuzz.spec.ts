import { readUploadForm } from '#app/files/receiving/upload_form'
import { boundary, cut, formHeaders, multipart, type Part } from '#tests/support/multipart'
import { chance } from '#tests/support/random'
import { test } from '@japa/runner'
import { Readable } from 'node:stream'

type Chance = ReturnType<typeof chance>

const runs = 5_000
const names = [
  '__proto__',
  'constructor',
  '',
  '../../etc/passwd',
  'a\u0000b',
  '\u202ecod.exe',
  '"',
  ';',
  '%',
  'n'.repeat(20_000),
]
const dispositions = [
  'form-data',
  'form-data; name=files; filename=',
  'form-data; name="a"; name="b"; filename="x"; filename="y"',
  `form-data; name="f"; filename*=utf-99''%ff%fe`,
  `form-data; name="f"; filename*=UTF-8''%zz%`,
  'form-data; name="__proto__"',
  'attachment; filename="x"',
  'form-data; name="f"; filename="\r\n injected: 1"',
  'form-data;;;;;name=""=;*=',
  '',
]
const debris = [
  `\r\n--${boundary}`,
  `--${boundary}--`,
  '\r\n\r\n',
  '\r',
  '--',
  '\u0000',
  boundary,
  'Content-Type: multipart/mixed; boundary=x\r\n\r\n',
]

function hostilePart(luck: Chance): Part {
  const body = luck.bytes(luck.below(luck.one([1, 40, 3000])))
  const part: Part = { field: luck.one(names), body }
  if (luck.below(2)) part.filename = luck.one(names)
  if (luck.below(5) === 0) part.disposition = luck.one(dispositions)
  return part
}

/** A form of hostile parts, then damaged: cut short, bytes changed, pieces of the syntax in wrong places. */
function hostileBody(luck: Chance) {
  let body = multipart(Array.from({ length: luck.below(8) }, () => hostilePart(luck)))
  for (let damage = luck.below(4); damage > 0; damage--) {
    const at = luck.below(body.length)
    const kind = luck.below(4)
    if (kind === 0) body = body.subarray(0, at)
    if (kind === 1) body[at] = luck.below(256)
    if (kind === 2)
      body = Buffer.concat([body.subarray(0, at), Buffer.from(luck.one(debris)), body.subarray(at)])
    if (kind === 3) body = Buffer.concat([body.subarray(0, at), body.subarray(at + luck.below(50))])
    if (!body.length) break
  }
  return body
}

/** Deals with each file in one of the ways in which a door may: to the end, a piece of it, not at all, by failing. */
async function deal(luck: Chance, stream: Readable) {
  const manner = luck.below(5)
  if (manner === 0) return
  if (manner === 1) throw new Error('the door failed')
  try {
    for await (const piece of stream) if (manner === 2 && piece) break
  } catch {
    return
  }
}

test.group('Reading hostile upload forms', () => {
  test(`${runs} of them end, one way or the other, and leave no file open`, async ({ assert }) => {
    const first = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
    let read = 0
    for (let seed = first; seed < first + runs; seed++) {
      const luck = chance(seed)
      const streams: Readable[] = []
      const source = Readable.from(
        cut(hostileBody(luck), () => luck.below(luck.one([3, 100, 70_000])) + 1)
      )
      const over = new AbortController()
      const ended = await Promise.race([
        readUploadForm(source, formHeaders, {
          onFields: async () => {
            if (luck.below(20) === 0) throw new Error('refused')
          },
          onFile: async ({ stream }) => {
            streams.push(stream)
            await deal(luck, stream)
          },
        }).then(
          () => ++read,
          () => 'refused'
        ),
        stalled(over.signal),
      ])
      over.abort()
      assert.notEqual(ended, 'stalled', `seed ${seed} never ended`)
      assert.isTrue(
        streams.every(({ destroyed }) => destroyed),
        `seed ${seed} left a file open`
      )
    }
    assert.isAbove(read, runs / 20, `seeds from ${first}`)
  }).timeout(120_000)
})

/** So many turns of the event loop that whatever can still go on has gone on. */
async function stalled(isOver: AbortSignal) {
  for (let turns = 0; turns < 20_000 && !isOver.aborted; turns++) {
    await new Promise((resolve) => setImmediate(resolve))
  }
  return 'stalled'
}
