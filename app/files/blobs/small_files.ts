import { TextProbe } from '#app/files/blobs/text_kind'
import type { Written } from '#app/files/blobs/large_file'
import { hash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/** What is no longer than this is written in one piece, without any of the machinery that long streams need. */
export const smallBytes = 128 * 1024

export async function writeSmall(file: FileHandle, chunks: Uint8Array[]): Promise<Written> {
  const bytes = Buffer.concat(chunks)
  await file.writeFile(bytes)
  await file.sync()
  const probe = new TextProbe()
  probe.push(bytes)
  return { sizeBytes: bytes.length, sha256: hash('sha256', bytes), text: probe.end() }
}
