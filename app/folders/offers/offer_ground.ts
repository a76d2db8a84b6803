import { allowed, type Decision } from '#app/audit/decide'
import Folder from '#app/folders/folder'
import type SubscriptionOffer from '#app/folders/offers/subscription_offer'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

export const home = {
  allowed: false,
  code: 'folder.home',
  sentence: 'A home folder belongs to one person and is not shared.',
  mend: 'Make a folder in the tree of your agency and subscribe people to it.',
} as const satisfies Decision

const deleted = {
  allowed: false,
  code: 'folder.deleted',
  sentence: 'This folder is deleted.',
  mend: 'Its liaison can recover it first.',
} as const satisfies Decision

export const inactive = {
  allowed: false,
  code: 'offer.inactive',
  sentence: 'The account of this person is not active.',
  mend: 'Reactivate it first, or name somebody else.',
} as const satisfies Decision

const isOver = {
  allowed: false,
  code: 'offer.over',
  sentence: 'The day until which access was offered has passed.',
  mend: 'The liaison who offered it can make a new offer.',
} as const satisfies Decision

const isSuspended = {
  allowed: false,
  code: 'offer.suspended',
  sentence: 'The agency that offered this is suspended at present.',
} as const satisfies Decision

/** Whether there is still something to accept: what was offered may be gone, or its day past. */
export async function isStillGood(offer: SubscriptionOffer, trx?: Trx): Promise<Decision> {
  const folder = await Folder.findOrFail(offer.folderId, { client: trx })
  if (folder.deletionId !== null) return deleted
  const agency = await Organization.findOrFail(offer.organizationId, { client: trx })
  if (agency.isSuspended) return isSuspended
  return offer.expiresAt !== null && offer.expiresAt <= now() ? isOver : allowed
}
