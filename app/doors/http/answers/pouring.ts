import type { ServerResponse } from 'node:http'
import { Readable, type Writable } from 'node:stream'

/**
 * A response's body in pieces that must not be kept: each is on its way before the next is asked for, so that two
 * pieces of memory serve a download of any length. The framework starts a body by calling `pipe`.
 */
export class Pouring extends Readable {
  constructor(
    readonly pieces: AsyncIterable<Buffer>,
    readonly whenBroken: (error: Error) => void
  ) {
    super({ read() {} })
  }

  pipe<T extends NodeJS.WritableStream>(into: T): T {
    const response = into as unknown as ServerResponse
    pour(this.pieces, response)
      .then(() => response.end())
      .catch((error: Error) => {
        if (!response.destroyed) this.whenBroken(error)
        /** Cut off, so that no receiver takes a part for the whole (security rule 23). */
        response.destroy()
      })
    return into
  }
}

async function pour(pieces: AsyncIterable<Buffer>, into: Writable) {
  for await (const piece of pieces) await written(piece, into)
}

/** Resolves once the memory of a piece may be used again; a receiver that left is an error. */
function written(piece: Buffer, into: Writable) {
  return new Promise<void>((resolve, reject) => {
    const left = () => reject(new Error('The receiver left'))
    if (into.destroyed) return left()
    into.once('close', left)
    into.write(piece, (error) => {
      into.off('close', left)
      if (error) reject(error)
      else resolve()
    })
  })
}
