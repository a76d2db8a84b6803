import type Account from '#app/accounts/account'
import type { Span } from '#app/files/blobs/blob_store'
import { blobStore } from '#app/files/blobs/current_store'
import { ToCrlf } from '#app/files/receiving/ascii'
import { bytesOf, type Content } from '#app/files/sending/content'
import { recordDownload } from '#app/files/sending/download_record'
import type File from '#app/files/file'
import type FileVersion from '#app/files/file_version'
import { lastUse } from '#app/folders/access/last_use'

/** A file that a person may have, ready to leave: what it is, and its bytes on demand. */
export class Parcel {
  constructor(
    readonly actor: Account,
    readonly file: File,
    readonly version: FileVersion,
    readonly content: Content,
    /** ASCII mode on download: the line endings of text leave as CR LF. */
    readonly isConverted: boolean
  ) {}

  get name() {
    return this.file.name
  }

  /** How many bytes leave; null when only the conversion will tell. */
  get sizeBytes() {
    return this.isConverted ? null : this.content.sizeBytes
  }

  /** Says that two parcels hold the same bytes; null when the conversion makes others of them. */
  get sha256() {
    return this.isConverted ? null : this.content.sha256
  }

  /** Puts on record that the bytes leave, then hands them out. */
  async open(span?: Span) {
    await recordDownload(this, span)
    lastUse.note(this.actor, this.file.folder)
    return this.bytes(span)
  }

  /** The bytes alone, for who has put on record that they leave. A piece is valid until the next one is asked for. */
  bytes(span?: Span): AsyncIterable<Buffer> {
    return this.isConverted ? this.#converted() : bytesOf(this.file, this.content, span)
  }

  #converted() {
    const stream = new ToCrlf()
    const source = blobStore().read(this.content.key)
    source.on('error', (error) => stream.destroy(error))
    stream.on('close', () => source.destroy())
    return source.pipe(stream) as AsyncIterable<Buffer>
  }
}
