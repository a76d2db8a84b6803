import type Folder from '#app/folders/folder'
import { nameKey } from '#app/shared/names'
import { isSqlite } from '#app/shared/transaction'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** The ordered list of a folder's files; `isPicked` when they are picked by their ids first and put in order then. */
export type List = (isPicked?: boolean) => DatabaseQueryBuilderContract

/** A part of a name that is looked for in one folder. */
export interface Part {
  text: string
  folder: Folder
  /** Whether the list is in the order of names. */
  isByName: boolean
}

/** What of a wish can stand in a name at all. No name holds a NUL, and PostgreSQL takes none. */
export const soughtIn = (wish: string) => wish.replaceAll('\0', '').trim().slice(0, 255)

export const isShort = (text: string) => [...text].length < 3

/** One or two letters are looked for at the beginning of names only. */
export const findsBeginnings = (wish: string) => isShort(nameKey(soughtIn(wish)))

/** "report" → "rep", "epo", "por", "ort". */
export function groupsOf(text: string) {
  const letters = [...text]
  return letters.slice(2).map((_, at) => letters.slice(at, at + 3).join(''))
}

/** A sign (`+`) before the name keeps SQLite from its index of names, which would have to be put in order as a whole. */
export function fits(query: DatabaseQueryBuilderContract, text: string, sign: '+' | '' = '') {
  if (isShort(text)) {
    const [from, to] = [text, text + '\u{10FFFF}']
    return isSqlite()
      ? query.whereRaw(`${sign}name_key between ? and ?`, [from, to])
      : query.whereRaw('name_key collate "C" between ? and ?', [from, to])
  }
  return isSqlite()
    ? query.whereRaw('instr(name_key, ?) > 0', [text])
    : query.whereRaw(`name_key like ?`, [`%${text.replace(/[\\%_]/g, '\\$&')}%`])
}
