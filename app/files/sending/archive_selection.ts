import type Account from '#app/accounts/account'
import { ArchiveRefused } from '#app/files/sending/archive_refused'
import File from '#app/files/file'
import FileVersion, { type TransferMode } from '#app/files/file_version'
import { Parcel } from '#app/files/sending/parcel'
import type Folder from '#app/folders/folder'
import { reaches, reachOf } from '#app/folders/reach'

/** More would be hours of sending that a broken line makes worthless: a ZIP cannot be resumed. */
const archiveLimits = { files: 10_000, bytes: 100 * 1024 ** 3 }

export interface Selection {
  /** Left out: all files of the folder. */
  ids?: string[]
  mode?: TransferMode
}

/** The files that are to leave together, each with its newest version, in the order of their names. */
export async function chosenFiles(actor: Account, folder: Folder, { ids, mode }: Selection) {
  const files = await visibleFiles(actor, folder, ids)
  assertFits(files, ids)
  const versions = await versionsOf(files)
  return files.map((file) => {
    file.$setRelated('folder', folder)
    const version = versions.get(file.id)!
    return new Parcel(actor, file, version, version.content!, mode === 'ascii' && version.isText)
  })
}

async function visibleFiles(actor: Account, folder: Folder, ids?: string[]) {
  const query = File.query().where('folderId', folder.id).whereNull('deletedAt')
  if (ids) query.whereIn('id', ids)
  const hidesOthers = folder.isDropOff && !reaches(await reachOf(actor, folder), 'manager')
  if (hidesOthers) query.where('senderId', actor.id)
  return query.orderBy('nameKey').limit(archiveLimits.files + 1)
}

function assertFits(files: File[], ids?: string[]) {
  const { files: mostFiles, bytes: mostBytes } = archiveLimits
  if (!files.length && !ids?.length) {
    throw new ArchiveRefused('none', 'There are no files here to download.')
  }
  if (ids && files.length < new Set(ids).size) {
    throw new ArchiveRefused('gone', 'One of the files is no longer here. Select again.')
  }
  if (files.length > mostFiles) {
    const sentence = `At most ${mostFiles.toLocaleString('en-US')} files fit one ZIP. Select fewer.`
    throw new ArchiveRefused('too_many', sentence)
  }
  if (files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > mostBytes) {
    const sentence = `At most ${mostBytes / 1024 ** 3} GB fit one ZIP. Select fewer files, or download large ones by themselves.`
    throw new ArchiveRefused('too_large', sentence)
  }
}

async function versionsOf(files: File[]) {
  const newest = new Map(files.map(({ id, versionNumber }) => [id, versionNumber]))
  const ids = [...newest.keys()]
  const found = new Map<string, FileVersion>()
  for (let at = 0; at < ids.length; at += 500) {
    const versions = await FileVersion.query().whereIn('fileId', ids.slice(at, at + 500))
    for (const version of versions) {
      if (version.number === newest.get(version.fileId)) found.set(version.fileId, version)
    }
  }
  return found
}
