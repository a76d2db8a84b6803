import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import type { theCast } from '#tests/support/cast'

type Cast = Awaited<ReturnType<typeof theCast>>

/** Lena offers a folder of DOL to Otto of OPM. */
export const anOffer = ({ lena, incoming, opm }: Pick<Cast, 'lena' | 'incoming' | 'opm'>) =>
  SubscriptionOffer.make(lena, incoming, {
    askedOrganization: opm,
    named: 'otto@example.gov',
    fullName: 'Otto Orr',
    level: 'contributor',
    shownAs: 'Shared report',
    purpose: 'Quarterly report',
    agreementNumber: 'MOU-9',
  })
