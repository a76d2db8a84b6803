/** One piece of memory: filled by the upload, lent to the hash worker, then read by the disk. */
export interface Slab {
  bytes: Buffer<ArrayBuffer>
  length: number
}

export const slabBytes = 512 * 1024

/** One upload may hold this many; the first few even when memory is short, so that none waits for another one. */
const atMost = 12
const always = 2
/** All uploads together, beyond those few. */
const altogether = 40

const spare: Slab[] = []
let inUse = 0

/** The slabs of one upload: when all are in use, its sender has to wait. */
export class Slabs {
  #own = 0
  #wake = () => {}

  async take(): Promise<Slab> {
    while (!this.#mayHaveMore()) await new Promise<void>((resolve) => (this.#wake = resolve))
    this.#own++
    inUse++
    const slab = spare.pop() ?? { bytes: Buffer.allocUnsafeSlow(slabBytes), length: 0 }
    slab.length = 0
    return slab
  }

  /** Its memory serves again; what was in it is soon overwritten. */
  give(slab: Slab) {
    this.#own--
    inUse--
    /** Memory that a hash worker took with it when it died is not there any more. */
    if (spare.length < altogether && slab.bytes.length === slabBytes) spare.push(slab)
    this.#wake()
  }

  #mayHaveMore() {
    return this.#own < always || (this.#own < atMost && inUse < altogether)
  }
}
