import { isAscii, isUtf8 } from 'node:buffer'

/** How bytes read as text. */
export type TextKind = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** Bytes that Windows-1252 gives no character. */
const undefinedIn1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
/** Formats that may hold no NUL but break when a line ending changes. */
const pdf = Buffer.from('%PDF-')

/**
 * Watches bytes go by and tells at the end how they read as text, if at all (security rule 25): UTF-16 by its byte order
 * mark, else UTF-8, else Windows-1252; never when there is a NUL or what none of them can decode.
 * The answer does not depend on where the batches were cut.
 */
export class TextProbe {
  #head = Buffer.alloc(0)
  #utf16?: Utf16Probe
  #hasNul = false
  #isUtf8 = true
  #is1252 = true
  /** The start of a character whose rest comes with the next batch. */
  #rest = Buffer.alloc(0)

  push(batch: Buffer) {
    if (this.#head.length < pdf.length) this.#begin(batch)
    if (this.#utf16) return this.#utf16.push(batch)
    if (this.#hasNul) return
    this.#hasNul = batch.includes(0)
    if (this.#hasNul || (this.#rest.length === 0 && isAscii(batch))) return
    if (this.#is1252) this.#is1252 = !undefinedIn1252.some((byte) => batch.includes(byte))
    if (this.#isUtf8) this.#isUtf8 = this.#continuesUtf8(batch)
  }

  end(): TextKind | null {
    if (this.#utf16) return this.#utf16.end()
    if (this.#hasNul || this.#head.equals(pdf)) return null
    if (this.#isUtf8 && this.#rest.length === 0) return 'utf-8'
    return this.#is1252 ? 'windows-1252' : null
  }

  #begin(batch: Buffer) {
    const already = this.#head.length
    this.#head = Buffer.concat([this.#head, batch.subarray(0, pdf.length - already)])
    if (already < 2 && this.#head.length >= 2) {
      const mark = this.#head.readUInt16BE(0)
      if (mark === 0xfeff || mark === 0xfffe) this.#utf16 = new Utf16Probe(mark === 0xfffe)
      /** The first byte of the mark may have come alone. */
      if (already === 1) this.#utf16?.push(this.#head.subarray(0, 1))
    }
  }

  #continuesUtf8(batch: Buffer) {
    const all = this.#rest.length ? Buffer.concat([this.#rest, batch]) : batch
    const whole = all.length - unfinished(all)
    this.#rest = Buffer.from(all.subarray(whole))
    return isUtf8(all.subarray(0, whole))
  }
}

/** How many bytes at the end begin a UTF-8 character that is not complete. */
function unfinished(bytes: Buffer) {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < lengthFrom(byte) ? back : 0
  }
  return 0
}

const lengthFrom = (lead: number) => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2)

/** Whether code units pair up, none is zero, and the last one is whole. */
class Utf16Probe {
  #isText = true
  #odd: number | undefined
  #awaitsLow = false

  constructor(readonly isLittleEndian: boolean) {}

  push(batch: Buffer) {
    for (const byte of batch) {
      if (this.#odd === undefined) this.#odd = byte
      else {
        this.#unit(this.isLittleEndian ? byte * 256 + this.#odd : this.#odd * 256 + byte)
        this.#odd = undefined
      }
    }
  }

  end(): TextKind | null {
    if (!this.#isText || this.#awaitsLow || this.#odd !== undefined) return null
    return this.isLittleEndian ? 'utf-16le' : 'utf-16be'
  }

  #unit(unit: number) {
    const isLow = unit >= 0xdc00 && unit < 0xe000
    if (unit === 0 || isLow !== this.#awaitsLow) this.#isText = false
    this.#awaitsLow = unit >= 0xd800 && unit < 0xdc00
  }
}
