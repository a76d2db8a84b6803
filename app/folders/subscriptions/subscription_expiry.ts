import { tellLiaisons } from '#app/accounts/liaisons/liaison_notices'
import { theService } from '#app/audit/actor'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { tell } from '#app/messages/tell'
import { day, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** So many days before a subscription ends everybody concerned is told, once each. */
const notices = [3, 14]
const atOnce = 500

/** Closes what is over by its day, so that its end is on record. Nobody had access any more since that instant. */
export async function closeExpired(asOf: Instant, signal?: AbortSignal) {
  const due = await FolderSubscription.query()
    .whereNull('endedAt')
    .where('expiresAt', '<=', asOf)
    .orderBy('expiresAt')
    .orderBy('id')
    .limit(atOnce)
  let closed = 0
  for (const subscription of due) {
    if (signal?.aborted) break
    if (await inTransaction((trx) => close(subscription, trx))) closed++
  }
  return { closed }
}

async function close(subscription: FolderSubscription, trx: Trx) {
  const { expiresAt } = subscription
  if (!(await subscription.close(theService, 'expired', trx, expiresAt!))) return false
  const { account } = await subscription.withBothSides(trx)
  await tell(account, 'subscription_ended', { subscriptionId: subscription.id }, trx)
  return true
}

/** Tells of what ends within 14 days and within 3: the person, and who speaks for either side in one mail for all of it. */
export async function noticeExpiry(asOf: Instant) {
  let noticed = 0
  for (const days of notices) {
    for (let batch = atOnce; batch === atOnce; noticed += batch) {
      batch = await inTransaction((trx) => noticeBatch(days, asOf, trx))
    }
  }
  return { noticed }
}

async function noticeBatch(days: number, asOf: Instant, trx: Trx) {
  const due = await ending(days, asOf, trx)
  const bySide = new Map<string, Set<string>>()
  for (const { id, folder, account } of due) {
    await FolderSubscription.query({ client: trx }).where({ id }).update({ noticedDays: days })
    await tell(account, 'subscription_ends_soon', { subscriptionId: id }, trx)
    for (const { organizationId } of [folder, account]) {
      bySide.set(organizationId, (bySide.get(organizationId) ?? new Set()).add(id))
    }
  }
  for (const [organizationId, ids] of bySide) {
    await tellLiaisons(organizationId, 'subscriptions_end_soon', { subscriptionIds: [...ids] }, trx)
  }
  return due.length
}

/** Whoever chose so short a time knows it anyway. */
const ending = (days: number, asOf: Instant, trx: Trx) =>
  FolderSubscription.query({ client: trx })
    .withScopes((scopes) => scopes.live(asOf))
    .where('expiresAt', '<=', asOf + days * day)
    .whereRaw('created_at < expires_at - ?', [days * day])
    .where((last) => last.whereNull('noticedDays').orWhere('noticedDays', '>', days))
    .whereHas('folder', (folder) => folder.whereNull('deletionId'))
    .preload('folder')
    .preload('account')
    .orderBy('expiresAt')
    .orderBy('id')
    .limit(atOnce)
    .forUpdate()
