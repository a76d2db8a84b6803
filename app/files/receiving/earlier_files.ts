import File from '#app/files/file'
import type { Arrival } from '#app/files/receiving/publish'
import { nameKey } from '#app/shared/names'
import type { Trx } from '#app/shared/transaction'

/** A file that stands under a name already, with the highest number among its versions. */
export interface Earlier {
  file: File
  lastNumber: number
}

/** Where a file stands: at most one at each place. */
export const placeOf = (folderId: string, name: string) => `${folderId}/${nameKey(name)}`

/** What stands where the arrivals want to stand. */
export async function earlierFiles(arrivals: Arrival[], trx: Trx) {
  const files = await File.query({ client: trx })
    .whereIn('folderId', [...new Set(arrivals.map(({ upload }) => upload.folder.id))])
    .whereIn('nameKey', [...new Set(arrivals.map(({ name }) => nameKey(name)))])
    .whereNull('deletedAt')
  const numbers = await lastNumbers(files, trx)
  return new Map<string, Earlier>(
    files.map((file) => [
      placeOf(file.folderId, file.name),
      { file, lastNumber: numbers.get(file.id) ?? 0 },
    ])
  )
}

async function lastNumbers(files: File[], trx: Trx) {
  if (!files.length) return new Map<string, number>()
  const rows = await trx
    .from('file_versions')
    .whereIn(
      'file_id',
      files.map(({ id }) => id)
    )
    .groupBy('file_id')
    .select('file_id')
    .max('number as last')
  return new Map<string, number>(rows.map((row) => [row.file_id, Number(row.last)]))
}
