import Account from '#app/accounts/account'
import AuditEntry from '#app/audit/audit_entry'
import type { Event } from '#app/audit/events'
import { codeFrom } from '#app/files/file_code'
import File from '#app/files/file'
import FileVersion from '#app/files/file_version'
import { mayKnowOfVersion } from '#app/files/file_policy'
import { isBackward, pageSize, slice, type Place } from '#app/shared/place'

/** What happens to a file, as its waybill tells it. Refusals and the folder's own news are not of it. */
const stations: Partial<Record<Event, string>> = {
  'file.received': 'Uploaded',
  'file.viewed': 'Viewed',
  'file.downloaded': 'Downloaded',
  'file.deleted': 'Deleted',
  'file.restored': 'Restored',
  'file.version_restored': 'Made an earlier version the current one',
  'file.destroyed': 'Deleted for good',
}

/** The versions of a file that this person may know of, the latest first, each with who sent it. */
export async function versionsOf(account: Account, file: File) {
  const versions: FileVersion[] = []
  for (const version of await FileVersion.query()
    .where('fileId', file.id)
    .orderBy('number', 'desc')) {
    if (await mayKnowOfVersion(account, file, version)) versions.push(version)
  }
  const senders = await Account.query().whereIn(
    'id',
    versions.map(({ senderId }) => senderId)
  )
  const names = new Map(senders.map(({ id, fullName }) => [id, fullName]))
  return versions.map((version) => ({
    number: version.number,
    sizeBytes: version.sizeBytes,
    sha256: version.sha256,
    transferMode: version.transferMode,
    lineEndingsChanged: version.lineEndingsChanged,
    hasOriginal: version.originalBlobKey !== null,
    isCurrent: version.number === file.versionNumber,
    isThere: version.blobKey !== null,
    receivedAt: version.createdAt,
    sender: names.get(version.senderId)!,
  }))
}

/** A page of a file's story, the latest first. Whoever shows it has asked for `file.trace`. */
export async function storyOf(file: File, place: Place) {
  const backward = isBackward(place)
  const key = (place.after ?? place.before)?.slice(-36)
  const entries = await AuditEntry.query()
    .where({ subjectId: file.id, outcome: 'done' })
    .whereIn('event', Object.keys(stations))
    .if(key, (query) => query.where('id', backward ? '>' : '<', key!))
    .orderBy('id', backward ? 'asc' : 'desc')
    .limit(pageSize + 1)
  const page = slice(entries, place, ({ id }) => id)
  return { ...page, rows: page.rows.map(told) }
}

/** A file that this person may know of, by the code that somebody read to them. */
export async function findByCode(account: Account, typed: string) {
  const code = codeFrom(typed)
  const file = code && (await File.findBy({ code }))
  return file ? File.findFor(account, file.id).catch(() => null) : null
}

const told = ({ id, event, actorName, createdAt, details }: AuditEntry) => ({
  id,
  what: stations[event as Event]!,
  who: actorName,
  at: createdAt,
  version: details.version as number | undefined,
  isAscii: details.mode === 'ascii',
})
