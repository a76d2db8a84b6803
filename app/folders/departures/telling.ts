import Account from '#app/accounts/account'
import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { activeOperators } from '#app/accounts/liaisons/operators'
import { theService, type Actor } from '#app/audit/actor'
import type Departure from '#app/folders/departures/departure'
import type { Line } from '#app/folders/departures/departure_item'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** The other organizations concerned hear which of their folders it was; the operators, that a liaison is gone. */
export async function tellOfDeparture(departure: Departure, lines: Line[], by: Actor, trx: Trx) {
  const concerned = new Set(lines.flatMap(({ organizationId }) => organizationId ?? []))
  for (const organizationId of [...concerned].sort()) {
    for (const liaison of await speakersFor(organizationId, trx)) {
      const payload = { departureId: departure.id, organizationId, accountId: liaison.id }
      await tell(liaison, 'departure_elsewhere', payload, trx)
    }
  }
  if (lines.some(({ kind }) => kind === 'duty')) {
    for (const operator of await activeOperators(trx)) {
      const payload = { departureId: departure.id, accountId: operator.id }
      await tell(operator, 'liaison_departed', payload, trx)
    }
  }
  if (by === theService) await tellPlanner(departure, trx)
}

async function tellPlanner({ id, createdBy }: Departure, trx: Trx) {
  const planner = await Account.findOrFail(createdBy, { client: trx })
  if (!planner.isActive(now())) return
  await tell(planner, 'departure_done', { departureId: id, accountId: planner.id }, trx)
}
