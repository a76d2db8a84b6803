import { keepsFolders } from '#app/accounts/administration'
import { isSpeechless } from '#app/accounts/liaisons/liaison_notices'
import type { Actor } from '#app/audit/actor'
import { allowed, type Decision } from '#app/audit/decide'
import type SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Organization from '#app/organizations/organization'
import { day, now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** Nobody answers for another organization's person longer than this at a time. */
export const longestSponsored = 366 * day

const agenciesAnswer = {
  allowed: false,
  code: 'sponsor.agency',
  sentence: 'An agency answers for its people itself: nobody signs for it.',
  mend: 'Send the offer without signing. The agency’s liaison accepts or declines.',
} as const satisfies Decision

const somebodyAnswers = {
  allowed: false,
  code: 'sponsor.not_needed',
  sentence: 'This partner has an administrator who accepts or declines.',
  mend: 'Send the offer without signing.',
} as const satisfies Decision

const withoutEnd = {
  allowed: false,
  code: 'sponsor.no_end',
  sentence: 'Whoever signs as sponsor says what for, and until when: at most one year ahead.',
  mend: 'Fill in the purpose and an end date.',
} as const satisfies Decision

/** A partner whose people nobody of its own can speak for. An agency is never one. */
export const hasNobodyToAsk = async ({ id, kind }: Organization, trx?: Trx) =>
  kind === 'partner' && isSpeechless(id, trx)

/** Security rule 5: only for a partner without an administrator the offering liaison turns both keys, and answers for it. */
export async function signs(actor: Actor, offer: SubscriptionOffer, trx?: Trx): Promise<Decision> {
  const answer = keepsFolders(actor, offer.organizationId)
  if (!answer.allowed) return answer
  const partner = await Organization.findOrFail(offer.askedOrganizationId, { client: trx })
  if (partner.kind !== 'partner') return agenciesAnswer
  if (!(await hasNobodyToAsk(partner, trx))) return somebodyAnswers
  const { purpose, expiresAt } = offer
  const isBounded =
    expiresAt !== null && expiresAt !== undefined && expiresAt <= now() + longestSponsored
  return purpose && isBounded ? allowed : withoutEnd
}
