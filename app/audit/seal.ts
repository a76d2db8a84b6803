import { hashOf, type StoredEntry } from '#app/audit/chain'
import { second } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { Wake } from '#app/shared/wake'
import db from '@adonisjs/lucid/services/db'

const batch = 200

/** Called when the trail has new entries; a burst of them is sealed together. */
export const newEntries = new Wake('audit.seal', second)

/**
 * Seals what was written since the last time: each entry gets the next place in the chain and the hash over itself
 * and the entry before it. Whoever holds the head seals; others wait.
 */
export async function sealDue(signal?: AbortSignal) {
  let sealed = 0
  while (!signal?.aborted && (await unsealed(db.connection()).first())) {
    sealed += await inTransaction(sealBatch)
  }
  return { sealed }
}

async function sealBatch(trx: Trx) {
  let { position, hash } = await trx.from('audit_heads').where('id', 1).forUpdate().firstOrFail()
  const entries: StoredEntry[] = await unsealed(trx).orderBy('id').limit(batch)
  const seals = entries.map((entry) => {
    position++
    hash = hashOf(entry, position, hash)
    return { id: entry.id as string, position, hash }
  })
  if (seals.length) {
    await setSeals(seals, trx)
    await trx.from('audit_heads').where('id', 1).update({ position, hash })
  }
  return seals.length
}

const unsealed = (client: Pick<Trx, 'from'>) => client.from('audit_entries').whereNull('position')

/** All seals of a batch in one statement. */
function setSeals(seals: { id: string; position: number; hash: string }[], trx: Trx) {
  const each = (then: string) => `case id ${seals.map(() => `when ? then ${then}`).join(' ')} end`
  return trx.rawQuery(
    `update audit_entries set position = ${each('cast(? as bigint)')}, hash = ${each('?')}
     where id in (${seals.map(() => '?').join(', ')})`,
    [
      ...seals.flatMap(({ id, position }) => [id, position]),
      ...seals.flatMap(({ id, hash }) => [id, hash]),
      ...seals.map(({ id }) => id),
    ]
  )
}
