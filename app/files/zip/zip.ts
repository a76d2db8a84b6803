import {
  descriptor,
  directoryRecord,
  localHeader,
  most32,
  type Written,
  type ZipEntry,
} from '#app/files/zip/zip_entry'
import { crc32 } from 'node:zlib'

type Open = (at: number) => Promise<AsyncIterable<Buffer>>

/**
 * A ZIP file as a stream: the bytes of one entry after the other, stored as they are, and the directory at the end. Only
 * the directory grows with the number of entries. An entry is opened when its turn has come; if it ends with an error
 * or not with the size it was said to have, so does the stream. ZIP64 where 4 bytes or 65,535 entries do not do.
 */
export async function* zip(entries: ZipEntry[], open: Open) {
  const directory: Buffer[] = []
  let at = 0
  let ahead: Buffer = Buffer.alloc(0)
  for (const [turn, entry] of entries.entries()) {
    const written: Written = { ...entry, offset: at, crc: 0, writtenBytes: 0 }
    const header = localHeader(entry)
    yield Buffer.concat([ahead, header])
    for await (const piece of await open(turn)) {
      written.crc = crc32(piece, written.crc)
      written.writtenBytes += piece.length
      yield piece
    }
    assertAsSaid(written)
    ahead = descriptor(written)
    at += header.length + written.writtenBytes + ahead.length
    directory.push(directoryRecord(written))
  }
  yield Buffer.concat([ahead, ...directory, ending(entries.length, at, lengthOf(directory))])
}

/** How long such a file will be; null if an entry does not know its size. */
export function zipBytes(entries: ZipEntry[]) {
  let at = 0
  let directory = 0
  for (const entry of entries) {
    if (entry.sizeBytes === null) return null
    const written = { ...entry, offset: at, crc: 0, writtenBytes: entry.sizeBytes }
    at += localHeader(entry).length + entry.sizeBytes + descriptor(written).length
    directory += directoryRecord(written).length
  }
  return at + directory + ending(entries.length, at, directory).length
}

function assertAsSaid({ name, sizeBytes, writtenBytes }: Written) {
  if (sizeBytes !== null && sizeBytes !== writtenBytes) {
    throw new Error(`${name} has ${writtenBytes} bytes, ${sizeBytes} were promised`)
  }
}

/** APPNOTE 4.3.14 to 4.3.16 */
function ending(count: number, offset: number, size: number) {
  const isWide = count >= 0xffff || offset >= most32 || size >= most32
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(isWide ? 0xffff : count, 8)
  end.writeUInt16LE(isWide ? 0xffff : count, 10)
  end.writeUInt32LE(isWide ? most32 : size, 12)
  end.writeUInt32LE(isWide ? most32 : offset, 16)
  return isWide ? Buffer.concat([wideEnding(count, offset, size), end]) : end
}

function wideEnding(count: number, offset: number, size: number) {
  const bytes = Buffer.alloc(56 + 20)
  bytes.writeUInt32LE(0x06064b50, 0)
  bytes.writeBigUInt64LE(44n, 4)
  bytes.writeUInt16LE(45, 12)
  bytes.writeUInt16LE(45, 14)
  const counts = [count, count, size, offset]
  counts.forEach((value, nth) => bytes.writeBigUInt64LE(BigInt(value), 24 + 8 * nth))
  bytes.writeUInt32LE(0x07064b50, 56)
  bytes.writeBigUInt64LE(BigInt(offset + size), 64)
  bytes.writeUInt32LE(1, 72)
  return bytes
}

const lengthOf = (parts: Buffer[]) => parts.reduce((sum, { length }) => sum + length, 0)
