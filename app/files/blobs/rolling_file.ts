import type { Slab } from '#app/files/blobs/slabs'
import type { FileHandle } from 'node:fs/promises'

/** The disk is asked to keep what it has each time so much more was written, while further bytes still arrive. */
const flushEvery = 64 * 1024 ** 2

/** A file that is written from front to back: whatever waits goes out with one call, and flushing overlaps with writing. */
export class RollingFile {
  #waiting: { slab: Slab; written: () => void; failed: (error: unknown) => void }[] = []
  #writing?: Promise<void>
  #flushing: Promise<unknown> = Promise.resolve()
  #position = 0
  #unflushed = 0
  #fault?: { error: unknown }

  constructor(readonly handle: FileHandle) {}

  get sizeBytes() {
    return this.#position
  }

  /** Resolves when the slab may be used again. */
  write(slab: Slab) {
    return new Promise<void>((written, failed) => {
      if (this.#fault) return failed(this.#fault.error)
      this.#waiting.push({ slab, written, failed })
      this.#writing ??= this.#writeAll()
    })
  }

  /** Resolves when everything is on the disk to stay. */
  async finish() {
    await this.#writing
    await this.#flushing
    if (this.#fault) throw this.#fault.error
    await this.handle.sync()
  }

  /** Waits until no call is under way, so that the file can be closed: its number may at once be another file's. */
  async abandon() {
    await this.#writing
    await this.#flushing.catch(() => {})
  }

  async #writeAll() {
    while (this.#waiting.length && !this.#fault) {
      const batch = this.#waiting.splice(0)
      try {
        await this.#writeWhole(batch.map(({ slab }) => slab.bytes.subarray(0, slab.length)))
        batch.forEach(({ written }) => written())
        await this.#flushNowAndThen()
      } catch (error) {
        this.#fault = { error }
        for (const { failed } of [...batch, ...this.#waiting.splice(0)]) failed(error)
      }
    }
    this.#writing = undefined
  }

  /** The system may take less than it was given. */
  async #writeWhole(pieces: Buffer[]) {
    for (let left = pieces; left.length;) {
      const { bytesWritten } = await this.handle.writev(left, this.#position)
      this.#position += bytesWritten
      this.#unflushed += bytesWritten
      left = without(left, bytesWritten)
    }
  }

  /** One flush at a time: a disk that cannot keep up slows the sender down, not the memory. */
  async #flushNowAndThen() {
    if (this.#unflushed < flushEvery) return
    this.#unflushed = 0
    await this.#flushing
    this.#flushing = this.handle.datasync()
    this.#flushing.catch((error) => (this.#fault ??= { error }))
  }
}

function without(pieces: Buffer[], length: number) {
  const left = [...pieces]
  while (left.length && length >= left[0].length) length -= left.shift()!.length
  if (length) left[0] = left[0].subarray(length)
  return left
}
