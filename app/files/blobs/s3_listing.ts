import { blobKeyPattern } from '#app/files/blobs/blob_key'
import { day, type Instant } from '#app/shared/clock'
import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3'

/** Uploads in parts show no sign of life; one that began so long ago has died. A slow one may well take days. */
const deadAfter = 7 * day

/** The keys of one hour. */
export async function* bucketKeys(client: S3Client, bucket: string, shard: string) {
  for await (const page of paginateListObjectsV2(
    { client },
    { Bucket: bucket, Prefix: `${shard}/` }
  )) {
    const keys = page.Contents?.map(({ Key }) => Key!) ?? []
    yield keys.filter((key) => blobKeyPattern.test(key))
  }
}

/** Every hour that holds keys. */
export async function* bucketShards(client: S3Client, bucket: string) {
  for await (const dayPrefix of below(client, bucket, '')) {
    if (!/^\d{4}-\d\d-\d\d\/$/.test(dayPrefix)) continue
    for await (const hourPrefix of below(client, bucket, dayPrefix)) yield hourPrefix.slice(0, -1)
  }
}

async function* below(client: S3Client, bucket: string, prefix: string) {
  const asked = { Bucket: bucket, Prefix: prefix, Delimiter: '/' }
  for await (const page of paginateListObjectsV2({ client }, asked)) {
    for (const { Prefix } of page.CommonPrefixes ?? []) yield Prefix!
  }
}

/** Gives up what dead uploads left in parts, which no listing shows but the bill does. */
export async function endDeadUploads(client: S3Client, bucket: string, asOf: Instant) {
  const listing = await client
    .send(new ListMultipartUploadsCommand({ Bucket: bucket }))
    .catch(unlessUnknown)
  const uploads = listing?.Uploads ?? []
  const dead = uploads.filter(({ Initiated }) => Initiated!.getTime() < asOf - deadAfter)
  for (const { Key, UploadId } of dead) {
    await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key, UploadId }))
  }
  return dead.length
}

/** Not every store lists them; such a store has its own rule for them. */
function unlessUnknown(error: Error) {
  if (error.name === 'NotImplemented') return undefined
  throw error
}
