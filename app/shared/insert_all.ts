import type { Trx } from '#app/shared/transaction'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'

/** SQLite's driver writes rows as a compound select, which ends at 500; PostgreSQL at 65,535 values. */
const atOnce = 200

/** Stores new records of one model with one statement for many, instead of one for each. */
export async function insertAll(rows: LucidRow[], trx: Trx) {
  for (let from = 0; from < rows.length; from += atOnce) {
    await insert(rows.slice(from, from + atOnce), trx)
  }
}

async function insert(rows: LucidRow[], trx: Trx) {
  const model = rows[0].constructor as LucidModel
  const values = []
  for (const row of rows) {
    await model.$hooks.runner('before:create').run(row)
    values.push((row as any).prepareForAdapter(row.$attributes))
  }
  await trx.table(model.table).multiInsert(values)
  for (const row of rows) {
    row.$isPersisted = true
    row.$hydrateOriginals()
  }
}
