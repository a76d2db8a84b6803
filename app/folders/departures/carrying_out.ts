import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import { isLastLiaison } from '#app/accounts/liaisons/last_liaison'
import { activeOperators } from '#app/accounts/liaisons/operators'
import { theService, type Actor } from '#app/audit/actor'
import { record } from '#app/audit/record'
import { belongingsOf } from '#app/folders/departures/belongings'
import type Departure from '#app/folders/departures/departure'
import DepartureItem, { type Line } from '#app/folders/departures/departure_item'
import { endedElsewhere, endOwn, endRequests, otherLines } from '#app/folders/departures/ending'
import {
  declineOffers,
  handOverHome,
  handOverOffers,
  handOverSponsored,
} from '#app/folders/departures/handing_over'
import { stillThere } from '#app/folders/departures/heirs'
import { tellOfDeparture } from '#app/folders/departures/telling'
import { tell } from '#app/messages/tell'
import { insertAll } from '#app/shared/insert_all'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/**
 * Ends the access and hands over, once: of two who come at the same time one finds it done. False then, or if the last
 * liaison would leave: nobody's plan may leave an agency without one.
 */
export async function carryOut(departure: Departure, by: Actor, trx: Trx) {
  const { account } = departure
  if (by === theService && (await isLastLiaison(account, trx))) return hold(departure, trx)
  if (!(await departure.changeOnce({ status: 'done', doneAt: now() }, trx))) return false

  const had = await belongingsOf(account, trx)
  /** Before the account closes: nobody need be told that outside people are without a sponsor who are not. */
  const handedOver = await handOver(departure, by, had, trx)
  const because = `Left the organization. ${departure.note ?? ''}`.trim()
  await AccountDeactivation.begin(by, account, because, trx)
  const { createdAt: accessEndedAt } = await AccountDeactivation.query({ client: trx })
    .where('accountId', account.id)
    .whereNull('endedAt')
    .firstOrFail()
  const lines: Line[] = [
    ...otherLines(had),
    ...(await endOwn(by, had, trx)),
    ...(await endedElsewhere(account, accessEndedAt, trx)),
    ...handedOver,
    ...(await declineOffers(by, had, trx)),
    ...(await endRequests(by, had, trx)),
  ]
  await keep(departure, lines, trx)
  await departure.merge({ status: 'done', doneAt: now(), accessEndedAt }).useTransaction(trx).save()
  await record(
    'account.departed',
    { actor: by, subject: account, details: { departureId: departure.id } },
    trx
  )
  await tellOfDeparture(departure, lines, by, trx)
  return true
}

/** Whoever was chosen may be gone by the day: then the liaison who planned it answers for the outside people. */
async function handOver(
  departure: Departure,
  by: Actor,
  had: Awaited<ReturnType<typeof belongingsOf>>,
  trx: Trx
) {
  const { account, sponsorHeirId, offersHeirId, homeHeirId, createdBy, homeDays } = departure
  const sponsor =
    (await stillThere(account, sponsorHeirId, 'sponsor', trx)) ??
    (await stillThere(account, createdBy, 'sponsor', trx))
  const liaison = await stillThere(account, offersHeirId, 'liaison', trx)
  const keeper = await stillThere(account, homeHeirId, undefined, trx)
  return [
    ...(await handOverHome(by, had, keeper, { days: homeDays ?? 30, account }, trx)),
    ...(await handOverSponsored(had, sponsor, trx)),
    ...(await handOverOffers(by, had, liaison, trx)),
  ]
}

async function keep({ id }: Departure, lines: Line[], trx: Trx) {
  if (!lines.length) return
  const items = lines.map((line) =>
    new DepartureItem().fill({
      departureId: id,
      subjectId: null,
      organizationId: null,
      since: null,
      ...line,
      name: line.name.slice(0, 500),
    })
  )
  await insertAll(items, trx)
}

/** Waits until the operator has appointed another liaison, and tells the operators once. */
async function hold(departure: Departure, trx: Trx) {
  if (!(await departure.changeOnce({ heldAt: now() }, trx, { heldAt: null }))) return false
  const reason = 'this is the only liaison of the organization'
  await record(
    'departure.held',
    { actor: theService, subject: departure, details: { reason } },
    trx
  )
  for (const operator of await activeOperators(trx)) {
    const payload = { departureId: departure.id, operatorId: operator.id }
    await tell(operator, 'departure_held', payload, trx)
  }
  return false
}
