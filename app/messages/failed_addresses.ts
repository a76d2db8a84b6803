import { addressChanged, notNeeded } from '#app/messages/message'
import type { Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** Those of these addresses that the last mail did not reach. */
export async function failedAddresses(addresses: string[], trx?: Trx) {
  if (!addresses.length) return new Set<string>()
  const rows = await (trx ?? db)
    .from('messages as m')
    .whereIn('m.address', addresses)
    .where('m.status', 'failed')
    .whereNotIn('m.failure', [notNeeded, addressChanged])
    .whereNotExists((later) =>
      later
        .from('messages as later')
        .whereColumn('later.address', 'm.address')
        .whereColumn('later.id', '>', 'm.id')
        .where('later.status', 'sent')
    )
    .distinct('m.address')
  return new Set<string>(rows.map(({ address }) => address))
}
