import type Folder from '#app/folders/folder'
import { pathsOf, rowsUnder, under, type PlacedRow } from '#app/folders/tree/subtree'
import type { Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** What Windows and its programs can open ("/DOL/SRR/Incoming", counted as Windows counts). */
export const pathMax = 254
/** What a lineage has room for. */
export const levelsMax = 50

/** Why there cannot be such a path, as a sentence; undefined when there can. */
export function faultOfPath(path: string, levels: number): string | undefined {
  if (path.length > pathMax) {
    return `The path would be ${path.length} characters long, and ${pathMax} are the most: ${short(path)}. Choose shorter names, or a place further up.`
  }
  if (levels > levelsMax) {
    return `The folder would stand ${levels} levels deep, and ${levelsMax} are the most.`
  }
  return undefined
}

/** The same for a folder with all below it, if it stood at another path. */
export async function faultOfPathsUnder(
  folder: Folder,
  path: string,
  levels: number,
  { rows, trx }: { rows?: PlacedRow[]; trx?: Trx } = {}
) {
  const standing = rows ?? (await rowsUnder(folder.lineage, trx))
  const longest = [...pathsOf(standing, path).values()].reduce(
    (a, b) => (b.length > a.length ? b : a),
    path
  )
  return faultOfPath(longest, levels + (await depthUnder(folder, trx)))
}

/** How many levels there are below a folder; what was deleted there may come back, so it counts. */
async function depthUnder({ lineage, lineageIds }: Folder, trx?: Trx) {
  const client = trx ?? db
  const [row] = await client
    .from('folders')
    .whereRaw(...under(lineage))
    .select(client.raw('max(length(lineage)) as longest'))
  return levelsOf(Number(row.longest)) - lineageIds.length
}

/** A lineage is a slash, and an id with a slash for each level. */
const levelsOf = (lineageLength: number) => (lineageLength - 1) / 37

const short = (path: string) => `${path.slice(0, 60)}…${path.slice(-40)}`
