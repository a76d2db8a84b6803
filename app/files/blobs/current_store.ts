import type { BlobStore } from '#app/files/blobs/blob_store'
import { FsStore } from '#app/files/blobs/fs_store'
import type { S3Place } from '#app/files/blobs/s3_store'
import service from '#config/service'
import drive from '@adonisjs/drive/services/main'
import type { S3Driver } from 'flydrive/drivers/s3'
import { join } from 'node:path'

/** What speaks S3 takes 10 MiB of memory, so it is loaded only where it is used. */
const s3 = service.disk === 's3' ? await import('#app/files/blobs/s3_store') : undefined

let current: BlobStore | undefined

/** Where this service keeps its bytes (DRIVE_DISK). */
export function blobStore(): BlobStore {
  return (current ??= s3 ? bucket(s3) : new FsStore(join(service.storagePath, 'files')))
}

/** Where it stands and whose it is says Drive's configuration. */
const bucket = ({ S3Store }: NonNullable<typeof s3>) =>
  new S3Store((drive.use('s3').driver as S3Driver).options as S3Place)

/** Tests put another store in its place; answers how to put the former one back. */
export function useStore(store: BlobStore) {
  const former = current
  current = store
  return () => {
    current = former
  }
}
