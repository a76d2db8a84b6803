import { shownName, type Belongings } from '#app/folders/departures/belongings'
import type { Instant } from '#app/shared/clock'

interface Listed {
  heading: string
  says: string
  items: { name: string; since?: Instant }[]
}

/** What the person has, kind by kind, with what becomes of it; kinds of which there is nothing are left out. */
export async function belongingsInWords(has: Belongings): Promise<Listed[]> {
  const own = []
  for (const subscription of has.own) {
    const path = await subscription.folder.path()
    own.push({ name: `${path} (${subscription.level})`, since: subscription.createdAt })
  }
  return [
    { heading: 'Folders of your organization', says: 'These subscriptions end.', items: own },
    {
      heading: 'Folders of other organizations',
      says: 'These end for good. The liaisons there are told by mail who left, which of their folders it was, and since when.',
      items: has.elsewhere.map((one) => ({
        name: `${shownName(one)} of ${one.folder.organization.name} (${one.level})`,
        since: one.createdAt,
      })),
    },
    {
      heading: 'Outside people',
      says: 'Somebody else must answer for them.',
      items: has.sponsored.map(({ actorName }) => ({ name: actorName })),
    },
    {
      heading: 'Offers to others that wait for an answer',
      says: 'Another liaison can stand for them; else they are withdrawn.',
      items: has.offers.map((offer) => ({
        name: `${offer.subjectName}, offered to ${offer.named} of ${offer.askedOrganization.name}`,
        since: offer.createdAt,
      })),
    },
    {
      heading: 'Offers from others that wait for your answer',
      says: 'They are declined.',
      items: has.offersForPerson.map((offer) => ({
        name: `${offer.subjectName} of ${offer.organization.name}`,
        since: offer.createdAt,
      })),
    },
    {
      heading: 'Requests of this person',
      says: 'They are declined.',
      items: has.requests.map(({ purpose, createdAt: since }) => ({ name: purpose, since })),
    },
  ].filter(({ items }) => items.length)
}
