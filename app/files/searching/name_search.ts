import { fits, groupsOf, isShort, type List, type Part } from '#app/files/searching/name_part'
import { foundOnPostgres } from '#app/files/searching/name_search_postgres'
import { pageSize } from '#app/shared/place'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** In a folder of so few files looking at each costs nothing. */
const few = 2_000

/**
 * The rows of an ordered list of files whose name contains `text` (of one or two letters: begins with it).
 * What fits many files is found soon by walking along the list; what fits few is found by the index of names. Neither
 * way looks at many more than the square root of the files, the crowd; a database cannot tell by itself which is which.
 */
export async function matching(list: List, part: Part): Promise<any[]> {
  const { text, folder, isByName } = part
  /** In the order of names, those that begin alike are one stretch of the list. */
  if (isShort(text) && isByName) return fits(list(), text).limit(pageSize + 1)

  if (folder.fileCount <= few) return fits(list(), text, '+').limit(pageSize + 1)
  const crowd = Math.ceil(Math.sqrt(pageSize * folder.fileCount))
  return isSqlite() ? foundOnSqlite(list, part, crowd) : foundOnPostgres(list, part, crowd)
}

async function foundOnSqlite(list: List, { text, folder }: Part, crowd: number): Promise<any[]> {
  const walk = () => fits(list(), text, '+').limit(pageSize + 1)
  if (isShort(text)) {
    const begin = await fits(list().clearOrder(), text).select('id').limit(crowd)
    return begin.length === crowd ? walk() : fits(list(), text).limit(pageSize + 1)
  }
  const known = [partsIn(folder.id, text)]
  const [{ total }] = await db.rawQuery(
    `select count(*) as total from (select 1 from file_name_parts where file_name_parts match ? limit ${crowd})`,
    known
  )
  if (total === crowd) return walk()
  const places = db.from('file_name_parts').select('rowid')
  const ids = db.from('file_names').select('file_id')
  ids.whereIn('id', places.whereRaw('file_name_parts match ?', known))
  return fits(list(true).whereIn('id', ids), text).limit(pageSize + 1)
}

/**
 * "report" → "rep" AND "epo" AND "por" AND "ort", each with the mark of the folder and as hexadecimal bytes, as the index
 * of names keeps them: all of them, in any place; folder and name are compared afterwards.
 */
const partsIn = (folderId: string, text: string) =>
  groupsOf(text)
    .map((group) => folderId.slice(-12) + Buffer.from(group).toString('hex'))
    .join(' AND ')
