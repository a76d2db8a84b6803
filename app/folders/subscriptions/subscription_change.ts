import type Account from '#app/accounts/account'
import { tellLiaisons } from '#app/accounts/liaisons/liaison_notices'
import { permit } from '#app/audit/decide'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { offerEach } from '#app/folders/offers/offering'
import { recordForPerson } from '#app/folders/subscriptions/consent_trail'
import { strength } from '#app/folders/reach'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { lockFolder } from '#app/folders/tally'
import { faultsIn, isSame, type AskedTerms } from '#app/folders/subscriptions/terms_asked'
import { Unfit } from '#app/folders/subscriptions/unfit'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

const never = Number.MAX_SAFE_INTEGER

/** Across organizations nobody gets more than was agreed to: a higher level or a later end needs both keys again. */
export const isMore = (
  { level, expiresAt }: Pick<AskedTerms, 'level' | 'expiresAt'>,
  than: Pick<FolderSubscription, 'level' | 'expiresAt'>
) => strength(level) > strength(than.level) || (expiresAt ?? never) > (than.expiresAt ?? never)

/** Other terms for a subscription: it ends, and one with the new terms takes its place; or the new terms are offered. */
export async function changeSubscription(
  by: Account,
  subscription: FolderSubscription,
  { terms, isSigned }: { terms: AskedTerms; isSigned: boolean },
  outer?: Trx
) {
  try {
    return await inTransaction((trx) => change(by, subscription, terms, isSigned, trx), outer)
  } catch (error) {
    if (error instanceof Unfit) return { problems: error.problems }
    throw error
  }
}

async function change(
  by: Account,
  subscription: FolderSubscription,
  terms: AskedTerms,
  isSigned: boolean,
  trx: Trx
) {
  await lockFolder(subscription.folderId, trx)
  await permit(by, 'subscription.change', subscription, trx)
  const present = await FolderSubscription.findOrFail(subscription.id, { client: trx })
  if (!present.isLive(now())) return 'gone' as const
  const { isAcross } = await present.withBothSides(trx)
  const faults = faultsIn(terms, isAcross)
  if (Object.keys(faults).length) throw new Unfit(faults)
  if (isSame(terms, present.terms as AskedTerms)) return 'unchanged' as const
  if (!isAcross || !isMore(terms, present))
    return { changed: await replace(by, present, terms, trx) }
  return offerMore(by, present, terms, isSigned, trx)
}

async function replace(by: Account, present: FolderSubscription, terms: AskedTerms, trx: Trx) {
  const { folder, account, isAcross, id: replacesId } = present
  await present.close(by, 'changed', trx)
  const next = await FolderSubscription.start(by, folder, account, { ...terms, replacesId }, trx)
  const payload = { subscriptionId: next.id }
  await tell(account, 'subscription_changed', payload, trx)
  if (isAcross) {
    await recordForPerson('consent.changed', by, next, trx)
    await tellLiaisons(account.organizationId, 'subscription_changed_across', payload, trx)
  }
  return next
}

async function offerMore(
  by: Account,
  present: FolderSubscription,
  terms: AskedTerms,
  isSigned: boolean,
  trx: Trx
) {
  const { folder, account, id: replacesId } = present
  if (await waitingFor(present, trx)) {
    throw new Unfit({
      level: ['A change of this subscription waits for its answer. Withdraw that offer first.'],
    })
  }
  const organization = await Organization.findOrFail(account.organizationId, { client: trx })
  const { username: named, fullName } = account
  const people = [{ line: 1, named, fullName }]
  const offering = { folder, organization, people, terms, isSigned, replacesId }
  const { offered, started } = await offerEach(by, offering, trx)
  return offered.length ? { offered: offered[0] } : { changed: started[0] }
}

/** An offer for the same person that nobody has answered yet, whether it changes this subscription or was made beside it. */
function waitingFor({ id, folderId, account }: FolderSubscription, trx: Trx) {
  return SubscriptionOffer.query({ client: trx })
    .where({ status: 'pending', folderId })
    .where((same) =>
      same.where('replacesId', id).orWhere((beside) =>
        beside.where({
          askedOrganizationId: account.organizationId,
          namedKey: account.usernameKey,
        })
      )
    )
    .first()
}
