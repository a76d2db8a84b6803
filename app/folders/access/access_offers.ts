import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** What two organizations agreed to: who offered it and who accepted it. */
export interface OfferTold {
  id: string
  offeredBy: string
  offeredAt: Instant
  acceptedBy: string
  acceptedAt: Instant
  isSignedBySponsor: boolean
}

/** So often one subscription may have taken the place of another, before it is not looked any further. */
const generations = 10

/** The offers on which shared subscriptions stand, by subscription; one that took another's place stands on the other's. */
export async function offersOf(rows: { id: string; replaces_id: string | null }[]) {
  const offers = new Map<string, OfferTold>()
  let asked = rows.map(({ id, replaces_id: before }) => ({ id, at: id, before }))
  for (let generation = 0; asked.length && generation < generations; generation++) {
    const found = await told(asked.map(({ at }) => at))
    for (const { id, at } of asked) if (found.has(at)) offers.set(id, found.get(at)!)
    const open = asked.filter(({ id, before }) => !offers.has(id) && before)
    const former = await replacedBy(open.map(({ before }) => before!))
    asked = open.map(({ id, before }) => ({ id, at: before!, before: former.get(before!) ?? null }))
  }
  return offers
}

async function told(subscriptionIds: string[]) {
  const rows = await db
    .from('subscription_offers as offers')
    .join('accounts as offerers', 'offerers.id', 'offers.offered_by')
    .join('accounts as deciders', 'deciders.id', 'offers.decided_by')
    .whereIn('offers.subscription_id', subscriptionIds)
    .select('offers.*', 'offerers.full_name as offerer', 'deciders.full_name as decider')
  return new Map<string, OfferTold>(
    rows.map((row) => [
      row.subscription_id,
      {
        id: row.id,
        offeredBy: row.offerer,
        offeredAt: row.created_at,
        acceptedBy: row.decider,
        acceptedAt: row.decided_at,
        isSignedBySponsor: Boolean(row.is_signed_by_sponsor),
      },
    ])
  )
}

async function replacedBy(ids: string[]) {
  const rows = ids.length
    ? await db.from('folder_subscriptions').whereIn('id', ids).select('id', 'replaces_id')
    : []
  return new Map<string, string | null>(rows.map((row) => [row.id, row.replaces_id]))
}
