import type Account from '#app/accounts/account'
import type { TransferMode } from '#app/files/file_version'
import File from '#app/files/file'
import { receive } from '#app/files/receiving/receive'
import type Folder from '#app/folders/folder'
import { Readable } from 'node:stream'

/** A file with its bytes, come in on the way on which all bytes come in. */
export async function received(
  folder: Folder,
  sender: Account,
  name: string,
  bytes: Buffer | string,
  mode: TransferMode = 'binary'
) {
  const source = Readable.from(bytes.length ? [Buffer.from(bytes)] : [])
  const { file } = await receive(source, { folder, sender, name, mode, via: 'test' })
  return File.findFor(sender, file.id)
}
