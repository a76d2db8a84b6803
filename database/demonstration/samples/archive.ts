import { zip } from '#app/files/zip/zip'
import { numbers } from '#database/demonstration/samples/numbers'
import { buffer } from 'node:stream/consumers'

/** Several files in one, as people send them when a form takes only one. */
export function archive(entries: Record<string, Buffer>) {
  const contents = Object.values(entries)
  const modifiedAt = Date.UTC(2026, 6, 1, 16)
  const named = Object.keys(entries).map((name, at) => ({
    name,
    modifiedAt,
    sizeBytes: contents[at].length,
  }))
  return buffer(zip(named, async (at) => pieceOf(contents[at])))
}

async function* pieceOf(content: Buffer) {
  yield content
}

/** Bytes that mean nothing to anybody but the program that wrote them. */
export function backup(sizeBytes: number) {
  const number = numbers(sizeBytes)
  const bytes = Buffer.alloc(sizeBytes)
  for (let at = 0; at < sizeBytes; at += 4) bytes.writeUInt32LE(number(2 ** 32), at)
  return bytes
}
