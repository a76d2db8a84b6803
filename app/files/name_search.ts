import type Folder from '#app/folders/folder'
import { pageSize } from '#app/shared/place'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** The ordered list of a folder's files; `isPicked` when they are picked by their ids first and put in order then. */
export type List = (isPicked?: boolean) => DatabaseQueryBuilderContract

/** In a folder of so few files looking at each costs nothing. */
const few = 2_000

/**
 * The rows of an ordered list of files whose name contains `part` (of one or two letters: begins with it).
 * What fits many files is found soon by walking along the list; what fits few is found by the index of names. SQLite
 * needs to be told which: neither way then looks at many more than the square root of the files.
 */
export async function matching(
  list: List,
  part: string,
  { id, fileCount }: Folder,
  isByName: boolean
): Promise<any[]> {
  const walk = () => fits(list(), part, '+').limit(pageSize + 1)
  if (!isSqlite() || fileCount <= few) return walk()

  const crowd = Math.ceil(Math.sqrt(pageSize * fileCount))
  if (isShort(part)) {
    const stretch = () => fits(list(), part).limit(pageSize + 1)
    if (isByName) return stretch()
    const begin = await fits(list().clearOrder(), part).select('id').limit(crowd)
    return begin.length === crowd ? walk() : stretch()
  }
  const known = [partsIn(id, part)]
  const [{ total }] = await db.rawQuery(
    `select count(*) as total from (select 1 from file_name_parts where file_name_parts match ? limit ${crowd})`,
    known
  )
  if (total === crowd) return walk()
  const places = db.from('file_name_parts').select('rowid')
  const ids = db.from('file_names').select('file_id')
  ids.whereIn('id', places.whereRaw('file_name_parts match ?', known))
  return fits(list(true).whereIn('id', ids), part).limit(pageSize + 1)
}

const isShort = (part: string) => [...part].length < 3

/** A sign (`+`) before the name keeps SQLite from its index of names, which would have to be put in order as a whole. */
function fits(query: DatabaseQueryBuilderContract, part: string, sign: '+' | '' = '') {
  if (isShort(part)) {
    const [from, to] = [part, part + '\u{10FFFF}']
    return isSqlite()
      ? query.whereRaw(`${sign}name_key between ? and ?`, [from, to])
      : query.whereRaw('name_key collate "C" between ? and ?', [from, to])
  }
  return isSqlite()
    ? query.whereRaw('instr(name_key, ?) > 0', [part])
    : query.whereRaw(`name_key like ?`, [`%${part.replace(/[\\%_]/g, '\\$&')}%`])
}

/**
 * "report" → "rep" AND "epo" AND "por" AND "ort", each with the mark of the folder and as hexadecimal bytes, as the index
 * of names keeps them: all of them, in any place; folder and name are compared afterwards.
 */
function partsIn(folderId: string, part: string) {
  const letters = [...part]
  const groups = letters.slice(2).map((_, at) => letters.slice(at, at + 3).join(''))
  return groups
    .map((group) => folderId.slice(-12) + Buffer.from(group).toString('hex'))
    .join(' AND ')
}
