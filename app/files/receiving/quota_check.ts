import type Account from '#app/accounts/account'
import type { Upload } from '#app/files/receiving/receive'
import { UploadRefused } from '#app/files/receiving/upload_refused'
import { roomAt } from '#app/folders/tree/quota'
import { isOlder, now, second } from '#app/shared/clock'

interface Known {
  at: number
  roomBytes: Promise<number>
}

/** What was found out of late, for as long as the person's request lives: small files come by the thousand. */
const known = new WeakMap<Account, Map<string, Known>>()

/**
 * How many bytes the upload's folder takes by its quotas, before the first byte and now and then while bytes arrive; a second's old
 * answer will do. What counts is asked once more when the file is published.
 */
export function roomFor({ sender, folder }: Upload): Promise<number> {
  const rooms = known.get(sender) ?? new Map<string, Known>()
  known.set(sender, rooms)
  const last = rooms.get(folder.id)
  if (last && !isOlder(last.at, second)) return last.roomBytes
  const roomBytes = roomAt(folder.lineageIds)
  rooms.set(folder.id, { at: now(), roomBytes })
  return roomBytes
}

/** Throws when the folder's quotas leave no room for so many bytes. */
export async function checkQuota(upload: Upload, sizeBytes: number) {
  if (sizeBytes > 0 && sizeBytes > (await roomFor(upload))) throw overQuota()
}

export const overQuota = () =>
  new UploadRefused(
    'upload.quota',
    'The quota of this folder leaves no room for this file.',
    'Delete what is no longer needed, or ask the liaison of the folder for more room.'
  )
