import { absoluteLimit } from '#app/accounts/account_session'
import Throttle from '#app/accounts/throttle'
import { day, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** How long an ended sign-in stays on the list that a person sees of their own. */
const sessionsKept = 30 * day

/** Removes what served its time: bags of browsers that are gone, used-up secrets, throttles long open, old sessions. */
export function cleanUp(asOf: Instant) {
  return inTransaction(async (trx) => ({
    bags: await removed(trx, 'session_bags', 'touched_at', asOf - absoluteLimit),
    throttles: Number(await Throttle.forgetBefore(asOf - day, trx)),
    secrets: await removed(trx, 'secrets', 'expires_at', asOf - day),
    sessions: await removed(trx, 'account_sessions', 'created_at', asOf - sessionsKept),
  }))
}

async function removed(trx: Trx, table: string, column: string, before: Instant) {
  return Number(await trx.from(table).where(column, '<', before).delete())
}
