import { theService } from '#app/audit/actor'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Organization from '#app/organizations/organization'
import { day, now } from '#app/shared/clock'
import type { Cast, Lines } from '#tests/support/grid/line'

const liaisonOnly = 'liaison.only'
const unknown = 'organization.unknown'
const speakers = { liaison: 'yes', organization_administrator: 'yes' }

/** DOL's folders are its liaisons' alone. */
const keepers = {
  answers: { ada: liaisonOnly, lena: 'yes', otto: liaisonOnly, olga: unknown },
  byRole: { liaison: 'yes', organization_administrator: liaisonOnly },
}

/** Otto of OPM in a folder of DOL: what both sides agreed to. */
const shared = async ({ lena, otto, incoming }: Cast) =>
  FolderSubscription.start(lena, incoming, otto, 'viewer')

const offered = ({ lena, incoming, opm }: Cast) =>
  SubscriptionOffer.make(lena, incoming, {
    askedOrganization: opm,
    named: 'otto',
    level: 'viewer',
    purpose: 'Quarterly report',
  })

/** For somebody of a partner that has nobody to ask. */
async function signed({ lena, incoming }: Cast) {
  const kind = 'partner'
  const partner = await Organization.enrol(theService, { kind, name: 'Partner', shortName: 'PART' })
  return new SubscriptionOffer().fill({
    organizationId: incoming.organizationId,
    folderId: incoming.id,
    askedOrganizationId: partner.id,
    offeredBy: lena.id,
    purpose: 'Quarterly report',
    expiresAt: now() + 30 * day,
    isSignedBySponsor: true,
  })
}

export const subscriptions = {
  'subscription.list': {
    object: ({ dol }) => dol,
    answers: keepers.answers,
    byRole: speakers,
  },
  'subscription.begin': { object: ({ dol }) => dol, ...keepers },
  'subscription.start': { object: ({ incoming }) => incoming, ...keepers },
  'subscription.change': { object: shared, ...keepers },
  'subscription.end': {
    object: shared,
    answers: { ada: liaisonOnly, lena: 'yes', otto: liaisonOnly, olga: 'yes' },
    byRole: { liaison: 'yes', organization_administrator: unknown },
  },
  'offer.make': { object: ({ incoming }) => incoming, ...keepers },
  'offer.decide': {
    object: offered,
    answers: { ada: liaisonOnly, lena: unknown, otto: liaisonOnly, olga: 'yes' },
    byRole: { liaison: unknown, organization_administrator: unknown },
  },
  'offer.accept': {
    object: async (cast: Cast) => ({ offer: await offered(cast), account: cast.otto }),
    answers: { ada: liaisonOnly, lena: unknown, otto: liaisonOnly, olga: 'yes' },
    byRole: { liaison: unknown, organization_administrator: unknown },
  },
  'offer.sign': { object: signed, ...keepers },
  'offer.withdraw': { object: offered, ...keepers },
  'offer.remind': { object: offered, ...keepers },
} satisfies Lines
