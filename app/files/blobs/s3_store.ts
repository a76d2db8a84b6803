import { StoreFault } from '#app/files/blobs/store_fault'
import { newBlobKey } from '#app/files/blobs/blob_key'
import type { Blob, BlobStore, Span } from '#app/files/blobs/blob_store'
import { bucketKeys, bucketShards, endDeadUploads } from '#app/files/blobs/s3_listing'
import { TextProbe } from '#app/files/blobs/text_kind'
import { now, type Instant } from '#app/shared/clock'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'

/** One upload may have 10,000 parts: enough for 156 GiB. Two of them are in memory at a time. */
const partBytes = 16 * 1024 ** 2
const partsAtOnce = 2

/** What Drive is configured with, and nothing else. */
export type S3Place = S3ClientConfig & { bucket: string }

/** Bytes in a bucket of any S3-compatible store. What it confirmed, it keeps; an upload that was not completed is nothing. */
export class S3Store implements BlobStore {
  #client: S3Client
  #bucket: string

  constructor({ bucket, ...place }: S3Place) {
    this.#bucket = bucket
    /** Checksums that only Amazon knows are left out; the size is compared and the hash is ours. */
    this.#client = new S3Client({
      ...place,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    })
  }

  async keep(source: AsyncIterable<Uint8Array>): Promise<Blob> {
    const key = newBlobKey(now())
    const measured = new Measured(source)
    try {
      await this.#upload(key, Readable.from(measured.pieces()))
      if ((await this.sizeOf(key)) !== measured.sizeBytes) throw new Error('The store lost bytes')
      return { key, ...measured.result(), keptAt: now() }
    } catch (error) {
      await this.remove(key).catch(() => {}) // The sweep finds it otherwise.
      throw measured.fault ?? new StoreFault(error)
    }
  }

  async *pieces(key: string, span?: Span) {
    const range = span && `bytes=${span.start}-${span.end}`
    const object = new GetObjectCommand({ ...this.#at(key), Range: range })
    const { Body } = await this.#client.send(object)
    for await (const piece of Body as Readable) yield piece as Buffer
  }

  read(key: string, span?: Span) {
    return Readable.from(this.pieces(key, span), { objectMode: false })
  }

  async sizeOf(key: string) {
    try {
      const { ContentLength } = await this.#client.send(new HeadObjectCommand(this.#at(key)))
      return ContentLength ?? 0
    } catch (error) {
      if ((error as Error).name === 'NotFound') return null
      throw error
    }
  }

  async remove(key: string) {
    await this.#client.send(new DeleteObjectCommand(this.#at(key)))
  }

  /** A bucket has no end that anybody knows of. */
  async freeBytes() {
    return Infinity
  }

  keysOf(shard: string) {
    return bucketKeys(this.#client, this.#bucket, shard)
  }

  shards() {
    return bucketShards(this.#client, this.#bucket)
  }

  clearUnfinished(asOf: Instant) {
    return endDeadUploads(this.#client, this.#bucket, asOf)
  }

  /** In parts, completed at the end; when the source fails, the parts are given up. */
  #upload(key: string, body: Readable) {
    const params = { ...this.#at(key), Body: body }
    return new Upload({
      client: this.#client,
      params,
      partSize: partBytes,
      queueSize: partsAtOnce,
    }).done()
  }

  #at(key: string) {
    return { Bucket: this.#bucket, Key: key }
  }
}

/** Counts and hashes what goes by, and remembers why the source failed: the client tells it in words of its own. */
class Measured {
  sizeBytes = 0
  fault?: unknown
  #hash = createHash('sha256')
  #probe = new TextProbe()

  constructor(readonly source: AsyncIterable<Uint8Array>) {}

  async *pieces() {
    try {
      for await (const chunk of this.source) {
        const piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
        this.#hash.update(piece)
        this.#probe.push(piece)
        this.sizeBytes += piece.length
        yield piece
      }
    } catch (error) {
      this.fault = error
      throw error
    }
  }

  result() {
    return {
      sizeBytes: this.sizeBytes,
      sha256: this.#hash.digest('hex'),
      text: this.#probe.end(),
    }
  }
}
