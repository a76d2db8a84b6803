import type { Trx } from '#app/shared/transaction'

/**
 * The next number: the counter's row is held until the request is stored with it, so that no two get the same on either database,
 * and a number that was ever told is never given again.
 */
export async function nextNumber(trx: Trx) {
  await trx.from('help_request_numbers').where('id', 1).increment('last', 1)
  const { last } = await trx.from('help_request_numbers').where('id', 1).firstOrFail()
  return Number(last)
}
