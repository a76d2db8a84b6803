import db from '@adonisjs/lucid/services/db'
import type { Trx } from '#app/shared/transaction'

const idsIn = (lineage: string) => lineage.split('/').filter(Boolean)

/** "/DOL/SRR/Incoming" for each lineage: only who keeps the tree sees the whole way. */
export async function pathsOf(lineages: string[], trx?: Trx) {
  const ids = [...new Set(lineages.flatMap(idsIn))]
  const rows = ids.length
    ? await (trx ?? db).from('folders').whereIn('id', ids).select('id', 'name')
    : []
  const names = new Map<string, string>(rows.map(({ id, name }) => [id, name]))
  return new Map(
    lineages.map((lineage) => [
      lineage,
      '/' +
        idsIn(lineage)
          .map((id) => names.get(id))
          .join('/'),
    ])
  )
}
