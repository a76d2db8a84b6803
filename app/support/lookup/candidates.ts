import type { Kind } from '#app/support/lookup/entries'
import { isSqlite } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'
import type { DatabaseQueryBuilderContract } from '@adonisjs/lucid/types/querybuilder'

/** A row of the index of everything that the help desk looks for. */
export interface EntryRow {
  number: number
  kind: Kind
  subject_id: string
  organization_id: string | null
  program_id: string | null
  place: string | null
  title: string
  detail: string
  keys: string
  words: string
}

/** Pieces of text of which one must be there. */
export type AnyOf = string[]

/** So many are looked at for one question; whoever finds more is to say more. */
export const crowd = 200

/** The first entries, in the order in which they came to be, that are called just so. */
export async function entriesNamed(name: string): Promise<EntryRow[]> {
  const query = isSqlite()
    ? indexed(`{keys} : ${quoted(`|${name}|`)}`)
    : all().whereRaw(`string_to_array(entries.keys, '|') @> array[?]`, [name])
  const rows: EntryRow[] = await query.limit(crowd)
  return rows
}

/** The first entries whose words have one of each. */
export async function entriesWith(sought: AnyOf[]): Promise<EntryRow[]> {
  const query = isSqlite() ? onSqlite(sought) : onPostgres(sought)
  const rows: EntryRow[] = await query.limit(crowd)
  return rows
}

const all = () => db.from('lookup_entries as entries').select('entries.*').orderBy('entries.number')

/** SQLite's index walks in the order of its own rows: it stops as soon as there is a crowd. */
const indexed = (match: string) =>
  db
    .from('lookup_entries as entries')
    .select('entries.*')
    .joinRaw('join lookup_index on lookup_index.rowid = entries.number')
    .whereRaw('lookup_index match ?', [match])
    .orderBy('lookup_index.rowid')

/** The index knows pieces of three letters and more; a shorter one is compared with what the others leave. */
function onSqlite(sought: AnyOf[]) {
  const isIndexed = (any: AnyOf) => any.every((text) => [...text].length >= 3)
  const known = sought.filter(isIndexed).map((any) => `(${any.map(quoted).join(' OR ')})`)
  const query = known.length ? indexed(`{words} : (${known.join(' AND ')})`) : all()
  for (const any of sought.filter((one) => !isIndexed(one))) {
    either(query, any, (text) => ['instr(entries.words, ?) > 0', text])
  }
  return query
}

function onPostgres(sought: AnyOf[]) {
  const query = all()
  for (const any of sought) {
    either(query, any, (text) => ['entries.words like ?', `%${text.replace(/[\\%_]/g, '\\$&')}%`])
  }
  return query
}

function either(
  query: DatabaseQueryBuilderContract,
  any: AnyOf,
  condition: (text: string) => [sql: string, value: string]
) {
  const conditions = any.map(condition)
  query.whereRaw(
    `(${conditions.map(([sql]) => sql).join(' or ')})`,
    conditions.map(([, value]) => value)
  )
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
