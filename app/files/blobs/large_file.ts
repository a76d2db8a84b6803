import { Hashing, type Digest } from '#app/files/blobs/hashing'
import { RollingFile } from '#app/files/blobs/rolling_file'
import { Slabs, slabBytes, type Slab } from '#app/files/blobs/slabs'
import { tidyAfter } from '#app/files/blobs/tidy'
import type { FileHandle } from 'node:fs/promises'

export interface Written extends Digest {
  sizeBytes: number
}

/**
 * Writes a long stream, whose head was read already, to a new file so that it stays there, and hashes it meanwhile.
 * Receiving, hashing, writing and flushing overlap; memory is bounded, and what is full makes the sender wait.
 */
export async function writeLarge(
  handle: FileHandle,
  head: Uint8Array[],
  rest: AsyncIterable<Uint8Array>
): Promise<Written> {
  const writing = new LargeWriting(new RollingFile(handle))
  try {
    while (head.length) await writing.take(head.shift()!)
    for await (const chunk of rest) await writing.take(chunk)
    return await writing.finish()
  } catch (error) {
    await writing.abandon()
    throw error
  }
}

class LargeWriting {
  #slabs = new Slabs()
  #hashing = new Hashing()
  #slab?: Slab
  #underWay = new Set<Promise<unknown>>()
  #fault?: { error: unknown }

  constructor(readonly file: RollingFile) {}

  async take(chunk: Uint8Array) {
    tidyAfter(chunk.length)
    for (let at = 0; at < chunk.length;) {
      if (this.#fault) throw this.#fault.error
      const slab = (this.#slab ??= await this.#slabs.take())
      const part = chunk.subarray(at, at + slabBytes - slab.length)
      slab.bytes.set(part, slab.length)
      slab.length += part.length
      at += part.length
      if (slab.length === slabBytes) this.#send()
    }
  }

  async finish(): Promise<Written> {
    this.#send()
    await Promise.all(this.#underWay)
    if (this.#fault) throw this.#fault.error
    const [digest] = await Promise.all([this.#hashing.end(), this.file.finish()])
    return { ...digest, sizeBytes: this.file.sizeBytes }
  }

  async abandon() {
    await Promise.all(this.#underWay)
    if (this.#slab) this.#slabs.give(this.#slab)
    await Promise.allSettled([this.#hashing.forget(), this.file.abandon()])
  }

  /** To the hash worker, which keeps the order, and then to the disk. */
  #send() {
    const slab = this.#slab
    if (!slab) return
    this.#slab = undefined
    const taken = this.#hashing
      .take(slab)
      .then(() => this.file.write(slab))
      .catch((error) => void (this.#fault ??= { error }))
      .then(() => {
        this.#slabs.give(slab)
        this.#underWay.delete(taken)
      })
    this.#underWay.add(taken)
  }
}
