import Account from '#app/accounts/account'
import type { Actor } from '#app/audit/actor'
import { record } from '#app/audit/record'
import type { Belongings } from '#app/folders/departures/belongings'
import type { Line } from '#app/folders/departures/departure_item'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { tell } from '#app/messages/tell'
import { day, now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

type Name = Pick<Account, 'id' | 'actorName'>

/** Another person answers for the outside people; without one it stays as it was, and the record says so. */
export async function handOverSponsored(
  { sponsored }: Belongings,
  heir: Name | null,
  trx: Trx
): Promise<Line[]> {
  if (heir && sponsored.length) {
    await Account.query({ client: trx })
      .whereIn(
        'id',
        sponsored.map(({ id }) => id)
      )
      .whereNot('id', heir.id)
      .update({ sponsorId: heir.id })
  }
  const outcome = heir
    ? `${heir.actorName} answers for this person now.`
    : 'Nobody else was there to answer for this person. Choose a sponsor.'
  return sponsored.map(({ id, actorName }) => ({
    kind: 'sponsored' as const,
    name: actorName,
    outcome: heir?.id === id ? 'Nobody answers for themselves. Choose a sponsor.' : outcome,
    subjectId: id,
  }))
}

/** What the person offered to others and nobody has answered: another liaison stands for it, or it is withdrawn. */
export async function handOverOffers(
  by: Actor,
  { offers }: Belongings,
  heir: Name | null,
  trx: Trx
): Promise<Line[]> {
  for (const offer of offers) {
    if (heir) await changeOfferer(offer, heir, trx)
    else await close(by, offer, 'withdrawn', 'Who offered it left.', trx)
  }
  return offers.map((offer) => ({
    kind: 'offer' as const,
    name: `${offer.subjectName}, offered to ${offer.named} of ${offer.askedOrganization.name}`,
    outcome: heir ? `${heir.actorName} stands for the offer now.` : 'Withdrawn.',
    subjectId: offer.id,
    since: offer.createdAt,
  }))
}

/** What others offered the person has nobody to accept it for. */
export async function declineOffers(
  by: Actor,
  { offersForPerson }: Belongings,
  trx: Trx
): Promise<Line[]> {
  for (const offer of offersForPerson) {
    await close(by, offer, 'declined', 'The person works here no more.', trx)
    const offerer = await Account.findOrFail(offer.offeredBy, { client: trx })
    await tell(offerer, 'offer_declined', { offerId: offer.id }, trx)
  }
  return offersForPerson.map((offer) => ({
    kind: 'offer_for_person' as const,
    name: `${offer.subjectName} of ${offer.organization.name}`,
    outcome: 'Declined.',
    subjectId: offer.id,
    since: offer.createdAt,
  }))
}

const changeOfferer = ({ id }: SubscriptionOffer, heir: Name, trx: Trx) =>
  SubscriptionOffer.query({ client: trx })
    .where({ id, status: 'pending' })
    .update({ offeredBy: heir.id })

/** Whether it may be was asked when the departure was: the service carries a planned one out. */
async function close(
  by: Actor,
  offer: SubscriptionOffer,
  status: 'withdrawn' | 'declined',
  because: string,
  trx: Trx
) {
  const [changed] = await SubscriptionOffer.query({ client: trx })
    .where({ id: offer.id, status: 'pending' })
    .update({ status, because, decidedAt: now(), decidedBy: by.id })
  if (Number(changed) !== 1) return
  await record(`offer.${status}`, { actor: by, subject: offer, details: { because } }, trx)
}

/** The home folder stays where it is; one colleague may look into it and download for a while (docs/decisions/0110-departure.md). */
export async function handOverHome(
  by: Actor,
  { home }: Belongings,
  heir: Account | null,
  { days, account }: { days: number; account: Account },
  trx: Trx
): Promise<Line[]> {
  if (!home) return []
  if (heir) {
    const terms = {
      level: 'viewer' as const,
      shownAs: `Home folder of ${account.fullName}`.slice(0, 255),
      purpose: 'Handed over at a departure',
      expiresAt: now() + days * day,
    }
    const { id } = await FolderSubscription.start(by, home, heir, terms, trx)
    await tell(heir, 'subscription_started', { subscriptionId: id }, trx)
  }
  const outcome = heir
    ? `${heir.actorName} can view and download it for ${days} days. Files are purged on their days.`
    : 'Nobody sees it any more. Files are purged on their days.'
  const name = `Home folder: ${home.fileCount} files, ${home.sizeBytes} bytes`
  return [{ kind: 'home', name, outcome, subjectId: home.id }]
}
