import { blobKeyPattern, newBlobKey } from '#app/files/blobs/blob_key'
import type { Blob, BlobStore, Span } from '#app/files/blobs/blob_store'
import { moveIntoPlace } from '#app/files/blobs/lasting'
import { givePieceBack, pieceBytes, takePiece } from '#app/files/blobs/piece_memory'
import { clearDeadParts, withPart } from '#app/files/blobs/parts'
import { now, type Instant } from '#app/shared/clock'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, stat, statfs, unlink, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'

/** Blobs as files below one folder. */
export class FsStore implements BlobStore {
  constructor(readonly folder: string) {}

  /** The key is made at the end, so that what was kept of late lies in a late hour, however long it took to arrive. */
  keep(source: AsyncIterable<Uint8Array>): Promise<Blob> {
    return withPart(this.#incoming, source, async (part, written) => {
      const key = newBlobKey(now())
      await moveIntoPlace({ from: part, to: this.#place(key) })
      return { key, ...written, keptAt: now() }
    })
  }

  async sizeOf(key: string) {
    try {
      const { size } = await stat(this.#place(key))
      return size
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  async *pieces(key: string, span?: Span) {
    const handle = await open(this.#place(key))
    /** Two that take turns; what fits one piece needs only the first. */
    const buffers: Buffer[] = []
    let ahead: ReturnType<typeof read> | undefined
    const read = (turn: number, at: number, wanted: number) =>
      handle.read((buffers[turn % 2] ??= takePiece()), 0, Math.min(pieceBytes, wanted), at)

    try {
      const start = span?.start ?? 0
      const end = span ? span.end + 1 : await sizeOfOpen(handle)
      ahead = read(0, start, end - start)
      for (let at = start, turn = 1; at < end; turn++) {
        const { bytesRead, buffer } = await ahead
        if (!bytesRead) return
        at += bytesRead
        if (at < end) ahead = read(turn, at, end - at)
        yield buffer.subarray(0, bytesRead)
      }
      /** Only here is it certain that nobody reads or fills them any more: a receiver that left might. */
      buffers.forEach(givePieceBack)
    } finally {
      await ahead?.catch(() => {})
      await handle.close()
    }
  }

  read(key: string, span?: Span) {
    return createReadStream(this.#place(key), { ...span, highWaterMark: pieceBytes })
  }

  async remove(key: string) {
    await unlink(this.#place(key)).catch(absent(undefined))
  }

  async freeBytes() {
    await mkdir(this.folder, { recursive: true })
    const { bavail, bsize } = await statfs(this.folder)
    return bavail * bsize
  }

  async *keysOf(shard: string) {
    const names = await readdir(join(this.folder, shard)).catch(absent([]))
    yield names.map((name) => `${shard}/${name}`).filter((key) => blobKeyPattern.test(key))
  }

  async *shards() {
    for (const day of await readdir(this.folder).catch(absent([]))) {
      if (!/^\d{4}-\d\d-\d\d$/.test(day)) continue
      for (const hour of await readdir(join(this.folder, day))) yield `${day}/${hour}`
    }
  }

  clearUnfinished(asOf: Instant) {
    return clearDeadParts(this.#incoming, asOf)
  }

  get #incoming() {
    return join(this.folder, 'incoming')
  }

  /** Keys are made by the application; one that could leave the folder is a mistake of ours. */
  #place(key: string) {
    if (!/^[a-z0-9][a-z0-9/_-]*$/i.test(key)) throw new Error('A blob key has an unexpected form')
    return join(this.folder, key)
  }
}

/** What is not there is an answer; anything else is a fault. */
const absent =
  <T>(answer: T) =>
  (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return answer
    throw error
  }

const sizeOfOpen = (handle: FileHandle) => handle.stat().then(({ size }) => size)
