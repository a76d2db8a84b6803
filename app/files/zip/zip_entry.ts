import { dosTime } from '#app/files/zip/dos_time'
import type { Instant } from '#app/shared/clock'

/** What is known of an entry before its bytes pass by. */
export interface ZipEntry {
  name: string
  modifiedAt: Instant
  /** Null when nobody can say. */
  sizeBytes: number | null
}

/** An entry whose bytes have passed by. */
export interface Written extends ZipEntry {
  offset: number
  crc: number
  writtenBytes: number
}

/** From here on a number needs the 8 bytes of ZIP64. */
export const most32 = 0xffffffff

const stored = 0
/** The sizes follow the bytes (bit 3); the name is in UTF-8 (bit 11). */
const flags = 0x0808
/** What a program must understand to unpack it: 4.5 knows ZIP64. */
const needs = { plain: 20, zip64: 45 }
/** A regular file that everybody may read, made by a Unix. */
const unix = 3 << 8
const attributes = (0o100644 << 16) >>> 0

/** APPNOTE 4.3.9.2: sizes of 8 bytes where 4 may not do; who cannot tell is prepared for it. */
const isLarge = ({ sizeBytes }: ZipEntry) => sizeBytes === null || sizeBytes >= most32

/** APPNOTE 4.3.7 */
export function localHeader(entry: ZipEntry) {
  const name = Buffer.from(entry.name)
  const extra = [timeField(entry), ...(isLarge(entry) ? [wideField(0n, 0n)] : [])]
  const fixed = Buffer.alloc(30)
  fixed.writeUInt32LE(0x04034b50, 0)
  fixed.writeUInt16LE(isLarge(entry) ? needs.zip64 : needs.plain, 4)
  writeCommon(fixed, 6, entry, { crc: 0, size: isLarge(entry) ? most32 : 0 })
  fixed.writeUInt16LE(name.length, 26)
  fixed.writeUInt16LE(lengthOf(extra), 28)
  return Buffer.concat([fixed, name, ...extra])
}

/** APPNOTE 4.3.9 */
export function descriptor(entry: Written) {
  const wide = isLarge(entry)
  const bytes = Buffer.alloc(wide ? 24 : 16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(entry.crc, 4)
  for (const at of [0, 1]) {
    if (wide) bytes.writeBigUInt64LE(BigInt(entry.writtenBytes), 8 + 8 * at)
    else bytes.writeUInt32LE(entry.writtenBytes, 8 + 4 * at)
  }
  return bytes
}

/** APPNOTE 4.3.12 */
export function directoryRecord(entry: Written) {
  const name = Buffer.from(entry.name)
  const size = BigInt(entry.writtenBytes)
  const isFar = entry.offset >= most32
  const wide = [...(isLarge(entry) ? [size, size] : []), ...(isFar ? [BigInt(entry.offset)] : [])]
  const extra = [timeField(entry), ...(wide.length ? [wideField(...wide)] : [])]
  const fixed = Buffer.alloc(46)
  fixed.writeUInt32LE(0x02014b50, 0)
  fixed.writeUInt16LE(unix | needs.zip64, 4)
  fixed.writeUInt16LE(wide.length ? needs.zip64 : needs.plain, 6)
  writeCommon(fixed, 8, entry, {
    crc: entry.crc,
    size: isLarge(entry) ? most32 : entry.writtenBytes,
  })
  fixed.writeUInt16LE(name.length, 28)
  fixed.writeUInt16LE(lengthOf(extra), 30)
  fixed.writeUInt32LE(attributes, 38)
  fixed.writeUInt32LE(isFar ? most32 : entry.offset, 42)
  return Buffer.concat([fixed, name, ...extra])
}

/** The fields that stand in both kinds of header in the same order. */
function writeCommon(into: Buffer, at: number, entry: ZipEntry, of: { crc: number; size: number }) {
  const { date, time } = dosTime(entry.modifiedAt)
  into.writeUInt16LE(flags, at)
  into.writeUInt16LE(stored, at + 2)
  into.writeUInt16LE(time, at + 4)
  into.writeUInt16LE(date, at + 6)
  into.writeUInt32LE(of.crc, at + 8)
  into.writeUInt32LE(of.size, at + 12)
  into.writeUInt32LE(of.size, at + 16)
}

/** APPNOTE 4.5.3 */
function wideField(...values: bigint[]) {
  const field = Buffer.alloc(4 + 8 * values.length)
  field.writeUInt16LE(0x0001, 0)
  field.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, at) => field.writeBigUInt64LE(value, 4 + 8 * at))
  return field
}

/** Info-ZIP's "UT": the time of the last change in seconds since 1970, in UTC. */
function timeField({ modifiedAt }: ZipEntry) {
  const field = Buffer.alloc(9)
  field.writeUInt16LE(0x5455, 0)
  field.writeUInt16LE(5, 2)
  field.writeUInt8(1, 4)
  field.writeInt32LE(Math.trunc(modifiedAt / 1000) | 0, 5)
  return field
}

const lengthOf = (parts: Buffer[]) => parts.reduce((sum, { length }) => sum + length, 0)
