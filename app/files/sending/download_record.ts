import AuditEntry from '#app/audit/audit_entry'
import { record, type Happening } from '#app/audit/record'
import type { Span } from '#app/files/blobs/blob_store'
import type { Parcel } from '#app/files/sending/parcel'
import { pickUp } from '#app/files/sending/pick_up'
import { day, now } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'

/** How long the later parts of an interrupted download count as the same download. */
const continuesFor = day

/**
 * A download is one entry of the trail, however many requests it takes. Whoever asks for the first byte begins a new
 * one; a part from further on belongs to the download that this person began of these bytes within the last day,
 * and is an entry of its own if there is none: no byte leaves without one.
 */
export async function recordDownload(parcel: Parcel, span?: Span) {
  const from = span?.start ?? 0
  if (from > 0 && (await isUnderWay(parcel))) return

  const download = downloadOf(parcel, from > 0 ? { from } : {})
  await inTransaction(async (trx) => {
    await record('file.downloaded', download, trx)
    await pickUp(parcel.actor, parcel.file, parcel.version.number, trx)
  })
}

/** What the trail says of it. */
export function downloadOf(parcel: Parcel, more: Record<string, unknown>): Happening {
  const { actor, file, version, content, isConverted } = parcel
  const details = {
    version: version.number,
    sha256: content.sha256,
    ...(isConverted && { mode: 'ascii' }),
    ...(content.key !== version.blobKey && { original: true }),
    ...more,
  }
  return { actor, subject: file, details }
}

async function isUnderWay({ actor, file, content }: Parcel) {
  const entries = await AuditEntry.about(file.id)
    .where({ actorId: actor.id, event: 'file.downloaded' })
    .where('createdAt', '>', now() - continuesFor)
  return entries.some(({ details }) => details.sha256 === content.sha256)
}
