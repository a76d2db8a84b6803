import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { theService } from '#app/audit/actor'
import { escalateAfter, lapseAfter, remindAfter } from '#app/folders/requests/reminding'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { tellOperatorsIfUnanswerable } from '#app/folders/requests/unanswerable'
import { tell } from '#app/messages/tell'
import type { Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

const atOnce = 500

type Step = (offer: SubscriptionOffer, asOf: Instant, trx: Trx) => Promise<boolean>

/** Nobody's offer is forgotten: the primary liaison is reminded, then the alternate asked as well; at last it lapses. */
export async function remindOfOffers(asOf: Instant, signal?: AbortSignal) {
  const each = (query: ReturnType<typeof waitingSince>, step: Step) =>
    stepThrough(query, step, asOf, signal)
  return {
    lapsed: await each(waitingSince(asOf - lapseAfter), lapse),
    escalated: await each(waitingSince(asOf - escalateAfter).whereNull('escalatedAt'), escalate),
    reminded: await each(waitingSince(asOf - remindAfter).whereNull('remindedAt'), remind),
  }
}

const waitingSince = (at: Instant) =>
  SubscriptionOffer.query()
    .withScopes((scopes) => scopes.waiting())
    .where('createdAt', '<=', at)
    .preload('folder')
    .preload('offerer')
    .orderBy('createdAt')
    .orderBy('id')
    .limit(atOnce)

async function stepThrough(
  due: ReturnType<typeof waitingSince>,
  step: Step,
  asOf: Instant,
  signal?: AbortSignal
) {
  let count = 0
  for (const offer of await due) {
    if (signal?.aborted) break
    if (await inTransaction((trx) => step(offer, asOf, trx))) count++
  }
  return count
}

const lapse: Step = (offer, _asOf, trx) =>
  offer.lapse(theService, 'Nobody answered within 30 days.', trx)

async function remind(offer: SubscriptionOffer, asOf: Instant, trx: Trx) {
  if (!(await marked(offer, 'remindedAt', asOf, trx))) return false
  const [first] = await speakersFor(offer.askedOrganizationId, trx)
  if (first) await remindOne(first, offer, trx)
  await tellOperatorsIfUnanswerable(offer.askedOrganizationId, null, trx)
  return true
}

/** The offering liaison hears of it only if there is somebody to pass it on to. */
async function escalate(offer: SubscriptionOffer, asOf: Instant, trx: Trx) {
  if (!(await marked(offer, 'escalatedAt', asOf, trx))) return false
  const { id: offerId, askedOrganizationId, offerer } = offer
  const [, ...others] = await speakersFor(askedOrganizationId, trx)
  for (const other of others) await remindOne(other, offer, trx)
  if (others.length) await tell(offerer, 'offer_passed_on', { offerId }, trx)
  return true
}

/** A reminder comes as a mail of its own even to who chose the daily digest. */
const remindOne = (
  { id, email }: { id: string; email: string | null },
  offer: SubscriptionOffer,
  trx: Trx
) => tell({ id, email }, 'offer_reminder', { offerId: offer.id, accountId: id }, trx)

/** Once, whoever runs the job at the same time. */
async function marked(
  { id }: SubscriptionOffer,
  mark: 'remindedAt' | 'escalatedAt',
  asOf: Instant,
  trx: Trx
) {
  const [changed] = await SubscriptionOffer.query({ client: trx })
    .where({ id, status: 'pending' })
    .whereNull(mark)
    .update({ [mark]: asOf })
  return Number(changed) === 1
}
