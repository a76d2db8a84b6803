import Throttle from '#app/accounts/signing_in/throttle'
import { day, hour, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** How long an ended sign-in stays on the list that a person sees of their own. */
const sessionsKept = 30 * day

/** Longer than a weekend: a form that is sent on Monday is still known by its token, and what was typed is not lost. */
const bagsKept = 3 * day

/** Removes what served its time: bags of browsers that are gone, used-up secrets, throttles long open, old sessions. */
export function cleanUp(asOf: Instant) {
  return inTransaction(async (trx) => ({
    bags: await removed(trx, 'session_bags', 'touched_at', asOf - bagsKept),
    throttles: Number(await Throttle.forgetBefore(asOf - day, trx)),
    forms: await removed(trx, 'kept_forms', 'created_at', asOf - hour),
    secrets: await removed(trx, 'secrets', 'expires_at', asOf - day),
    sessions: await removed(trx, 'account_sessions', 'created_at', asOf - sessionsKept),
  }))
}

async function removed(trx: Trx, table: string, column: string, before: Instant) {
  return Number(await trx.from(table).where(column, '<', before).delete())
}
