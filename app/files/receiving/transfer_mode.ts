import { ToLf } from '#app/files/receiving/ascii'
import type { Blob } from '#app/files/blobs/blob_store'
import { blobStore } from '#app/files/blobs/current_store'
import type { TransferMode } from '#app/files/file_version'
import { pipeline } from 'node:stream'

/** The bytes of an arrival: those that its file will have and, if ASCII mode changed them, those that came. */
export interface Bytes {
  blob: Blob
  original?: Blob
  lineEndingsChanged: number
  isKeptAsItWas: boolean
}

/**
 * Applies the transfer mode to what has arrived. Only a file that is text as a whole is converted, so the
 * conversion reads the bytes that came once more; they are kept beside it (security rule 25).
 */
export async function inMode(mode: TransferMode, came: Blob): Promise<Bytes> {
  const asItCame = { blob: came, lineEndingsChanged: 0, isKeptAsItWas: false }
  if (mode === 'binary') return asItCame
  if (!came.text) return { ...asItCame, isKeptAsItWas: true }

  const store = blobStore()
  try {
    const endings = new ToLf()
    const blob = await store.keep(pipeline(store.read(came.key), endings, () => {}))
    if (endings.changed)
      return { ...asItCame, blob, original: came, lineEndingsChanged: endings.changed }
    await store.remove(blob.key)
    return asItCame
  } catch (error) {
    await store.remove(came.key)
    throw error
  }
}

/** How a row says which bytes are its own, and what came before they were converted. */
export const columnsOf = ({ blob, original, lineEndingsChanged }: Bytes) => ({
  blobKey: blob.key,
  sizeBytes: blob.sizeBytes,
  sha256: blob.sha256,
  isText: blob.text !== null,
  lineEndingsChanged,
  originalBlobKey: original?.key ?? null,
  originalSizeBytes: original?.sizeBytes ?? null,
  originalSha256: original?.sha256 ?? null,
})
