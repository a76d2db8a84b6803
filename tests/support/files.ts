import { File as Sent } from 'node:buffer'
import type Account from '#app/accounts/account'
import File from '#app/files/file'
import type Folder from '#app/folders/folder'
import { day, now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { createHash, randomBytes } from 'node:crypto'

interface Details {
  sizeBytes?: number
  receivedAt?: number
  purgeAt?: number
}

/** A file's row with its first version and without bytes: enough for whatever never opens it. */
export async function aFile(folder: Folder, sender: Account, name: string, details: Details = {}) {
  const receivedAt = details.receivedAt ?? now()
  const sizeBytes = details.sizeBytes ?? 12
  const sha256 = createHash('sha256').update(name).digest('hex')
  const file = await File.create({
    folderId: folder.id,
    code: randomBytes(6).toString('hex'),
    name,
    nameKey: nameKey(name),
    sizeBytes,
    sha256,
    senderId: sender.id,
    receivedAt,
    purgeAt: details.purgeAt ?? receivedAt + 60 * day,
  })
  await file.related('versions').create({
    number: 1,
    blobKey: `test/${file.id}`,
    sizeBytes,
    sha256,
    transferMode: 'binary',
    senderId: sender.id,
  })
  await folder.refresh()
  await folder
    .merge({
      fileCount: folder.fileCount + 1,
      sizeBytes: folder.sizeBytes + sizeBytes,
      keptBytes: folder.keptBytes + sizeBytes,
    })
    .save()
  await file.refresh()
  return file
}

export async function someFiles(folder: Folder, sender: Account, names: string[]) {
  const files: File[] = []
  for (const name of names) files.push(await aFile(folder, sender, name))
  return files
}

/** A file as a browser sends it. */
export const sent = (name: string, body: string | Uint8Array<ArrayBuffer> = 'hello\n') =>
  new Sent([body], name) as unknown as globalThis.File
