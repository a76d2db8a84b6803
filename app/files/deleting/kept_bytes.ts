import type File from '#app/files/file'
import type { Trx } from '#app/shared/transaction'

/** How much a file takes up with all its versions. */
export async function keptBytesOf({ id }: File, trx: Trx) {
  const [row] = await trx.from('file_versions').where('file_id', id).sum('size_bytes as kept')
  return Number(row.kept ?? 0)
}
