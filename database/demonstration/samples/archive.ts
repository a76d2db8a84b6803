import { numbers } from '#database/demonstration/samples/numbers'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** Several files in one, as people send them when a form takes only one. */
export async function archive(entries: Record<string, Buffer>) {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(entries)) {
    zip.addBuffer(content, name, { mtime: new Date(2026, 6, 1) })
  }
  zip.end()
  return buffer(zip.outputStream)
}

/** Bytes that mean nothing to anybody but the program that wrote them. */
export function backup(sizeBytes: number) {
  const number = numbers(sizeBytes)
  const bytes = Buffer.alloc(sizeBytes)
  for (let at = 0; at < sizeBytes; at += 4) bytes.writeUInt32LE(number(2 ** 32), at)
  return bytes
}
