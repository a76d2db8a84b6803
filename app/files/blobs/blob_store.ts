import type { TextKind } from '#app/files/blobs/text_kind'
import type { Instant } from '#app/shared/clock'
import type { Readable } from 'node:stream'

/** Bytes that are kept: durable, and unnamed until a row names them. */
export interface Blob {
  key: string
  sizeBytes: number
  /** Hexadecimal. */
  sha256: string
  /** How the bytes read as text, or null when they are none. */
  text: TextKind | null
  keptAt: Instant
}

/** Part of some bytes; both ends count, as in a Range header. */
export interface Span {
  start: number
  end: number
}

/** Where bytes lie. Whoever keeps them knows neither names nor people. */
export interface BlobStore {
  /** Takes everything from the source to a new key. Resolves when it would survive a power cut; else nothing is left. */
  keep(source: AsyncIterable<Uint8Array>): Promise<Blob>
  /**
   * The bytes, or a part of them, in large pieces; the next one is read while the last one is dealt with. A piece may
   * be kept only until the next one is asked for: its memory is then used again, which is what makes this quick.
   */
  pieces(key: string, span?: Span): AsyncIterable<Buffer>
  /** The bytes, or a part of them; an error of the stream when they are gone. */
  read(key: string, span?: Span): Readable
  /** The stored size, or null when there is nothing under the key. */
  sizeOf(key: string): Promise<number | null>
  remove(key: string): Promise<void>
  /** Bytes free for more, or Infinity when nobody knows. */
  freeBytes(): Promise<number>
  /** Keys of one hour (`shardOf`), in batches. */
  keysOf(shard: string): AsyncIterable<string[]>
  /** Every hour that holds keys. */
  shards(): AsyncIterable<string>
  /** Removes what dead uploads left unfinished; answers how many. */
  clearUnfinished(asOf: Instant): Promise<number>
}
