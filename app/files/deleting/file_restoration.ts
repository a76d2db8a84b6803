import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import File from '#app/files/file'
import { fileName } from '#app/files/file_name'
import { keptBytesOf } from '#app/files/deleting/kept_bytes'
import type Folder from '#app/folders/folder'
import { lockFolder, tally } from '#app/folders/tally'
import { nameKey } from '#app/shared/names'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** `name_taken`: another file stands under the name now. `gone`: nothing is left to restore, or it was restored before. */
type Restoration = 'restored' | 'name_taken' | 'gone'

/**
 * Puts a deleted file back into its folder, under its name or another one. It keeps the day of its purge.
 * Throws UploadRefused for a name that cannot be kept.
 */
export async function restoreFile(by: Account, file: File, wanted = file.name, outer?: Trx) {
  const name = fileName(wanted)
  return inTransaction(async (trx): Promise<Restoration> => {
    await lockFolder(file.folderId, trx)
    await file.folder.useTransaction(trx).refresh()
    await permit(by, 'file.restore', file, trx)
    if (await isTaken(file, name, trx)) return 'name_taken'

    const changed = await File.query({ client: trx })
      .where('id', file.id)
      .whereNotNull('deletedAt')
      .whereNull('destroyedAt')
      .update({ deletedAt: null, deletedBy: null, name, nameKey: nameKey(name) })
    if (Number(changed) !== 1) return 'gone'

    const before = file.name
    await file.useTransaction(trx).refresh()
    const keptBytes = await keptBytesOf(file, trx)
    await tally(file.folderId, { files: 1, bytes: file.sizeBytes, keptBytes }, trx)
    const details = before === name ? {} : { before }
    await record('file.restored', { actor: by, subject: file, details }, trx)
    return 'restored'
  }, outer)
}

/** What came of taking back several deletions. */
export interface Undone {
  restored: File[]
  taken: File[]
  /** Somebody was quicker: there was nothing left to take back. */
  gone: File[]
  /** Of all these files; undefined if there was none. */
  folder?: Folder
}

const places = { restored: 'restored', name_taken: 'taken', gone: 'gone' } as const

/** Takes back a deletion of several files at once. Those whose name was taken meanwhile stay deleted, and are named. */
export async function restoreFiles(by: Account, ids: string[]): Promise<Undone> {
  const undone: Undone = { restored: [], taken: [], gone: [] }
  for (const id of ids) {
    const file = await File.findToRestore(by, id)
    undone.folder = file.folder
    const outcome = await restoreFile(by, file)
    undone[places[outcome]].push(file)
  }
  return undone
}

/** "report.txt" → "report (restored).txt", or the next number that is free. */
export async function freeNameLike(file: File) {
  const [, stem, ending] = /^(.+?)(\.[^.]{1,20})?$/su.exec(file.name)!
  for (let tries = 1; ; tries++) {
    const mark = tries === 1 ? ' (restored)' : ` (restored ${tries})`
    const name = shortened(stem, mark + (ending ?? ''))
    if (!(await isTaken(file, name))) return name
  }
}

/** A name has room for 255 bytes; what does not fit is taken from the end of the stem, by whole characters. */
function shortened(stem: string, rest: string) {
  const letters = [...stem]
  while (Buffer.byteLength(letters.join('') + rest) > 255) letters.pop()
  return letters.join('') + rest
}

/** By another file: one that was restored already is not in its own way. */
async function isTaken({ id, folderId }: File, name: string, trx?: Trx) {
  const other = await File.query({ client: trx })
    .where({ folderId, nameKey: nameKey(name) })
    .whereNot({ id })
    .whereNull('deletedAt')
    .first()
  return other !== null
}
