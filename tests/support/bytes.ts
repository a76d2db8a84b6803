import { blobStore, useStore } from '#app/files/blobs/current_store'
import { FsStore } from '#app/files/blobs/fs_store'
import type { Upload } from '#app/files/receiving/receive'
import { theCast } from '#tests/support/cast'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'

export const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

/** The stored bytes under a key. */
export const bytesOf = (key: string | null) => buffer(blobStore().read(key!))

/** What Ada would say of a file for her home folder. */
export async function adasUpload(name: string, details: Partial<Upload> = {}): Promise<Upload> {
  const { ada, adasHome } = await theCast()
  return { folder: adasHome, sender: ada, name, mode: 'binary', via: 'test', ...details }
}

/** A store of its own for one test, in a new folder; answers how to give both back. */
export async function ownStore(folder?: string) {
  const path = folder ?? (await mkdtemp(join(tmpdir(), 'waybill-store-')))
  const former = useStore(new FsStore(path))
  return {
    path,
    /** Every file that the store holds, unfinished ones included. */
    files: async () =>
      (await readdir(path, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    undo: async () => {
      former()
      if (!folder) await rm(path, { recursive: true, force: true })
    },
  }
}
