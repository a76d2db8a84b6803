import type { Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** What a job does with one thing that is due; false if somebody else had done it, or nothing was to do. */
export type Step<Due> = (one: Due, asOf: Instant, trx: Trx) => Promise<boolean>

/** Takes what is due one by one, each in a transaction of its own, until asked to stop; answers for how many something was done. */
export async function eachDue<Due>(
  due: PromiseLike<Due[]>,
  step: Step<Due>,
  asOf: Instant,
  signal?: AbortSignal
) {
  let count = 0
  for (const one of await due) {
    if (signal?.aborted) break
    if (await inTransaction((trx) => step(one, asOf, trx))) count++
  }
  return count
}
