import { theService } from '#app/audit/actor'
import { carryOut } from '#app/folders/departures/carrying_out'
import Departure from '#app/folders/departures/departure'
import type { Instant } from '#app/shared/clock'
import { inTransaction } from '#app/shared/transaction'

/** Carries out the departures whose hour has come. Answers how many; two who do it at once share them. */
export async function carryOutDue(asOf: Instant) {
  const due = await Departure.query()
    .where('status', 'planned')
    .where('leftAt', '<=', asOf)
    .orderBy('leftAt')
    .limit(500)
    .preload('account')
  let done = 0
  for (const departure of due) {
    const isDone = await inTransaction(async (trx) => {
      await departure.account.useTransaction(trx).refresh()
      return carryOut(departure, theService, trx)
    })
    if (isDone) done++
  }
  return done
}
