import { Transform, type TransformCallback } from 'node:stream'

const CR = 0x0d
const LF = 0x0a

/**
 * Changes line endings of text that streams through, wherever it was cut into chunks, and counts what it changed.
 * The text may be UTF-16 with its byte order mark, or anything that keeps ASCII as it is (UTF-8, Windows-1252).
 * Whether bytes are text at all is not asked here: see TextProbe.
 */
abstract class LineEndings extends Transform {
  /** How many line endings were changed so far. */
  changed = 0
  /** The unit before the next one. */
  protected before = 0
  /** Bytes of a unit, once the first two bytes are known. */
  #width?: 1 | 2
  #isLittleEndian = false
  /** What came too early to be whole units. */
  #rest: Buffer = Buffer.alloc(0)

  /** Writes one unit in its new form. */
  protected abstract pass(unit: number, write: (unit: number) => void): void

  _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback) {
    const bytes = this.#rest.length
      ? Buffer.concat([this.#rest, chunk])
      : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (!this.#width && bytes.length >= 2) this.#learnWidth(bytes.readUInt16BE(0))
    const whole = this.#width ? bytes.length - (bytes.length % this.#width) : 0
    this.#rest = Buffer.from(bytes.subarray(whole))
    done(null, this.#converted(bytes.subarray(0, whole)))
  }

  _flush(done: TransformCallback) {
    done(null, this.#width === 2 ? this.#rest : this.#converted(this.#rest))
  }

  #learnWidth(mark: number) {
    this.#isLittleEndian = mark === 0xfffe
    this.#width = mark === 0xfeff || mark === 0xfffe ? 2 : 1
  }

  /** At most twice as long as it was: every unit an LF that gets its CR. */
  #converted(bytes: Buffer) {
    const out = Buffer.allocUnsafe(bytes.length * 2)
    return out.subarray(0, this.#width === 2 ? this.#wide(bytes, out) : this.#narrow(bytes, out))
  }

  #narrow(bytes: Buffer, out: Buffer) {
    let length = 0
    const write = (unit: number) => {
      out[length++] = unit
    }
    for (const unit of bytes) {
      this.pass(unit, write)
      this.before = unit
    }
    return length
  }

  #wide(bytes: Buffer, out: Buffer) {
    let length = 0
    const [high, low] = this.#isLittleEndian ? [1, 0] : [0, 1]
    const write = (unit: number) => {
      out[length + high] = unit >> 8
      out[length + low] = unit & 0xff
      length += 2
    }
    for (let at = 0; at < bytes.length; at += 2) {
      const unit = bytes[at + high] * 256 + bytes[at + low]
      this.pass(unit, write)
      this.before = unit
    }
    return length
  }
}

/** ASCII mode on upload: CR LF and lone CR become LF. */
export class ToLf extends LineEndings {
  /** A CR is written as LF at once; the LF that may follow belongs to it and is left out. */
  protected pass(unit: number, write: (unit: number) => void) {
    if (unit === LF && this.before === CR) return
    if (unit !== CR) return write(unit)
    this.changed++
    write(LF)
  }
}

/** ASCII mode on download: LF becomes CR LF; a CR LF that stands there already stays. */
export class ToCrlf extends LineEndings {
  protected pass(unit: number, write: (unit: number) => void) {
    if (unit === LF && this.before !== CR) {
      this.changed++
      write(CR)
    }
    write(unit)
  }
}
