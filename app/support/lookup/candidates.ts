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
type Column = 'words' | 'keys'

/** So many are looked at for one question; whoever finds more is to say more. */
export const crowd = 200

/** The first entries, in the order in which they came to be, that have one of each in a column. */
export async function entriesWith(column: Column, all: AnyOf[]): Promise<EntryRow[]> {
  const query = isSqlite() ? onSqlite(column, all) : onPostgres(column, all)
  const rows: EntryRow[] = await query.limit(crowd)
  return rows
}

/** The index knows pieces of three letters and more; a shorter one is compared with what the others leave. */
function onSqlite(column: Column, all: AnyOf[]) {
  const isIndexed = (any: AnyOf) => any.every((text) => [...text].length >= 3)
  const sought = all.filter(isIndexed).map((any) => `(${any.map(quoted).join(' OR ')})`)
  const query = db.from('lookup_entries as entries').select('entries.*')
  /** The index walks in the order of its own rows: it stops as soon as there is a crowd. */
  query.orderBy(sought.length ? 'lookup_index.rowid' : 'entries.number')
  if (sought.length) {
    const match = `{${column}} : (${sought.join(' AND ')})`
    query.joinRaw('join lookup_index on lookup_index.rowid = entries.number')
    query.whereRaw('lookup_index match ?', [match])
  }
  for (const any of all.filter((one) => !isIndexed(one))) {
    either(query, any, (text) => [`instr(entries.${column}, ?) > 0`, text])
  }
  return query
}

function onPostgres(column: Column, all: AnyOf[]) {
  const query = db.from('lookup_entries as entries').select('entries.*').orderBy('entries.number')
  for (const any of all) {
    either(query, any, (text) => [
      `entries.${column} like ?`,
      `%${text.replace(/[\\%_]/g, '\\$&')}%`,
    ])
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
