import type { Span } from '#app/files/blobs/blob_store'
import { blobStore } from '#app/files/blobs/current_store'
import { DamagedFile } from '#app/files/sending/damaged_file'
import type File from '#app/files/file'

/** The bytes of a version: as they stand, or as they came before ASCII mode converted them. */
export interface Content {
  key: string
  sizeBytes: number
  sha256: string
}

/** Security rule 20: nothing is sent that has another length than it had when it was received. */
export async function assertWhole(file: File, { key, sizeBytes }: Content) {
  const stored = await blobStore().sizeOf(key)
  if (stored !== sizeBytes) throw new DamagedFile(file.id, sizeBytes, stored)
}

/**
 * Exactly the bytes that were promised: if the store holds fewer, this ends with an error and never tidily. A piece is
 * valid until the next one is asked for.
 */
export async function* bytesOf(file: File, { key, sizeBytes }: Content, span?: Span) {
  const wanted = span ?? { start: 0, end: sizeBytes - 1 }
  const promised = wanted.end - wanted.start + 1
  if (promised === 0) return
  let sent = 0
  for await (const piece of blobStore().pieces(key, wanted)) {
    sent += piece.length
    if (sent > promised) break
    yield piece
  }
  if (sent !== promised) throw new DamagedFile(file.id, promised, sent)
}

/** The first bytes, to be kept. */
export async function headOf(file: File, content: Content, most: number) {
  const wanted = Math.min(most, content.sizeBytes)
  if (wanted === 0) return Buffer.alloc(0)
  const pieces: Buffer[] = []
  for await (const piece of bytesOf(file, content, { start: 0, end: wanted - 1 })) {
    pieces.push(Buffer.from(piece))
  }
  return Buffer.concat(pieces)
}
