import type Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import type File from '#app/files/file'
import type FileVersion from '#app/files/file_version'
import { now, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** Somebody opens a file: if it is the first to open what stands there now, and did not send it, it is picked up. */
export async function pickUp(by: Account, file: File, version: number, trx: Trx) {
  const { id, senderId, versionNumber, pickedUpAt } = file
  if (pickedUpAt !== null || senderId === by.id || versionNumber !== version) return
  await trx
    .from('files')
    .where({ id, version_number: version, sender_id: senderId })
    .whereNull('picked_up_at')
    .update({ picked_up_at: now() })
}

/** When a version that is made the current one again was picked up; null if its sender alone has opened it. */
export async function pickedUpBefore(
  { fileId, number, senderId }: FileVersion,
  trx: Trx
): Promise<Instant | null> {
  const entries = await AuditEntry.query({ client: trx })
    .where({ subjectId: fileId, outcome: 'done' })
    .whereIn('event', ['file.downloaded', 'file.viewed'])
    .whereNot('actorId', senderId)
    .orderBy('id')
  return entries.find(({ details }) => details.version === number)?.createdAt ?? null
}
