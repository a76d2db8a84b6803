import { Refusal } from '#app/audit/refusal'
import type { Upload } from '#app/files/receiving/receive'
import { overQuota, roomFor } from '#app/files/receiving/quota_check'
import { checkLeave } from '#app/files/receiving/upload_leave'
import { checkSize, checkSpace } from '#app/files/receiving/upload_limits'
import { brokenOff, UploadRefused } from '#app/files/receiving/upload_refused'
import { isOlder, now, second } from '#app/shared/clock'
import type { Readable } from 'node:stream'

/** How often a running upload asks for room and for leave again; security rule 2 allows 5 s. */
const spaceEvery = 64 * 1024 ** 2
const leaveEvery = 4 * second

/** The bytes of an upload as they arrive, for as long as they may: every limit holds while they stream. */
export async function* guarded(source: Readable, upload: Upload): AsyncGenerator<Uint8Array> {
  const { declaredBytes = Infinity } = upload
  let sizeBytes = 0
  let nextSpace = spaceEvery
  let askedAt = now()
  let roomBytes = await roomFor(upload)

  for await (const chunk of arriving(source)) {
    sizeBytes += chunk.length
    checkSize(sizeBytes)
    if (sizeBytes > declaredBytes) throw wrongLength()
    if (sizeBytes > roomBytes) throw overQuota()
    if (sizeBytes >= nextSpace) {
      await checkSpace(spaceEvery)
      nextSpace = sizeBytes + spaceEvery
    }
    if (isOlder(askedAt, leaveEvery)) {
      await checkLeave(upload)
      roomBytes = await roomFor(upload)
      askedAt = now()
    }
    yield chunk
  }
  if (sizeBytes < declaredBytes && declaredBytes !== Infinity) throw wrongLength()
}

/** A source that fails has broken off, whatever it says; one that was refused by ourselves stays refused. */
async function* arriving(source: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of source) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
  } catch (error) {
    throw error instanceof Refusal ? error : brokenOff(error)
  }
}

const wrongLength = () =>
  new UploadRefused(
    'upload.wrong_length',
    'The file had another length than was announced.',
    'Nothing was kept of it. Upload the file again.'
  )
