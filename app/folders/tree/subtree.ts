import { isSqlite, type Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** The condition that finds a folder and everything below it by an index: `whereRaw(...under(lineage))`. */
export function under(lineage: string, column = 'lineage'): [sql: string, values: string[]] {
  if (!isSqlite()) return [`${column} like ?`, [`${lineage}%`]]
  /** The sign after the slash ends the range. */
  const end = `${lineage.slice(0, -1)}0`
  return [`${column} >= ? and ${column} < ?`, [lineage, end]]
}

/** The same for two columns; elsewhere than in SQLite these signs compare byte by byte, as the index does. */
export function isUnder(column: string, lineage: string) {
  const [from, before] = isSqlite() ? ['>=', '<'] : ['~>=~', '~<~']
  const end = `(substr(${lineage}, 1, length(${lineage}) - 1) || '0')`
  return `${column} ${from} ${lineage} and ${column} ${before} ${end}`
}

/** How much lies in a folder and in everything below it that is not deleted. */
export interface Contents {
  folders: number
  files: number
  /** Of the files as they are now. */
  sizeBytes: number
  /** Of all their versions: what a quota goes by. */
  keptBytes: number
}

export async function contentsOf(lineage: string, trx?: Trx): Promise<Contents> {
  const [row] = await (trx ?? db)
    .from('folders')
    .whereRaw(...under(lineage))
    .whereNull('deletion_id')
    .count('* as folders')
    .sum({ files: 'file_count', size: 'size_bytes', kept: 'kept_bytes' })
  return {
    folders: Number(row.folders),
    files: Number(row.files ?? 0),
    sizeBytes: Number(row.size ?? 0),
    keptBytes: Number(row.kept ?? 0),
  }
}

/** A folder as its place alone describes it. */
export interface PlacedRow {
  id: string
  parentId: string | null
  name: string
  nameKey: string
  lineage: string
}

/** A folder and everything below it that is not deleted, parents before their children. */
export async function rowsUnder(lineage: string, trx?: Trx): Promise<PlacedRow[]> {
  const rows = await (trx ?? db)
    .from('folders')
    .whereRaw(...under(lineage))
    .whereNull('deletion_id')
    .select('id', 'parent_id', 'name', 'name_key', 'lineage')
  return rows
    .map((row) => ({
      id: row.id,
      parentId: row.parent_id,
      name: row.name,
      nameKey: row.name_key,
      lineage: row.lineage,
    }))
    .sort((a, b) => a.lineage.length - b.lineage.length)
}

/** The path of each of them, by id, the first being called so. */
export function pathsOf(rows: PlacedRow[], firstPath: string) {
  const paths = new Map<string, string>()
  for (const { id, parentId, name } of rows) {
    const above = parentId && paths.get(parentId)
    paths.set(id, above ? `${above}/${name}` : firstPath)
  }
  return paths
}
