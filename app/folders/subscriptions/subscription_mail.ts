import Account from '#app/accounts/account'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { levelWords } from '#app/folders/subscriptions/level_words'
import { mail, type Payload } from '#app/messages/mail'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

interface ToPerson extends Payload {
  subscriptionId: string
}

interface ToLiaison extends ToPerson {
  accountId: string
}

interface SeveralToLiaison extends Payload {
  subscriptionIds: string[]
  accountId: string
}

/** With whoever granted it: a person wants to know from whom a folder comes. */
function withAll(trx: Trx) {
  return FolderSubscription.query({ client: trx })
    .preload('folder', (folder) => folder.preload('organization'))
    .preload('account', (account) => account.preload('organization'))
}

async function factsOf({ subscriptionId }: ToPerson, trx: Trx) {
  const subscription = await withAll(trx).where('id', subscriptionId).firstOrFail()
  const { grantedBy, endedBy } = subscription
  return {
    subscription,
    account: subscription.account,
    terms: subscription.terms,
    words: levelWords,
    grantor: grantedBy && (await Account.find(grantedBy, { client: trx })),
    ender: endedBy && (await Account.find(endedBy, { client: trx })),
    path: `/folders/${subscription.folderId}`,
  }
}

/** What begins, changes or ends for a person; nobody is sent to a folder that does not open any more. */
mail<ToPerson>('subscription_started', async (payload, trx) => {
  const facts = await factsOf(payload, trx)
  if (!facts.subscription.isLive(now()) || !facts.account.isActive(now())) return null
  const subject = `You can open ${facts.subscription.shownName}`
  return { subject, view: 'mails/folders/subscription_started', data: facts }
})

mail<ToPerson>('subscription_changed', async (payload, trx) => {
  const facts = await factsOf(payload, trx)
  if (!facts.subscription.isLive(now()) || !facts.account.isActive(now())) return null
  const subject = `Your access to ${facts.subscription.shownName} changed`
  return { subject, view: 'mails/folders/subscription_changed', data: facts }
})

mail<ToPerson>('subscription_ended', async (payload, trx) => {
  const facts = await factsOf(payload, trx)
  const subject = `Your access to ${facts.subscription.shownName} ended`
  return { subject, view: 'mails/folders/subscription_ended', data: facts }
})

mail<ToPerson>('subscription_ends_soon', async (payload, trx) => {
  const facts = await factsOf(payload, trx)
  if (!facts.subscription.isLive(now()) || !facts.account.isActive(now())) return null
  const subject = `Your access to ${facts.subscription.shownName} ends soon`
  return { subject, view: 'mails/folders/subscription_ends_soon', data: facts }
})

/** To the other side of what two organizations agreed to. */
for (const [kind, line] of [
  ['subscription_changed_across', 'changed'],
  ['subscription_ended_across', 'ended'],
]) {
  mail<ToLiaison>(kind, async ({ accountId, ...payload }, trx) => {
    const facts = await factsOf(payload as ToPerson, trx)
    const reader = await Account.findOrFail(accountId, { client: trx })
    const { subscription, account } = facts
    const subject = `The access of ${account.fullName} to ${subscription.shownName} ${line}`
    return { subject, view: `mails/folders/${kind}`, data: { ...facts, reader } }
  })
}

mail<SeveralToLiaison>('subscriptions_end_soon', async ({ subscriptionIds, accountId }, trx) => {
  const subscriptions = await withAll(trx)
    .withScopes((scopes) => scopes.live(now()))
    .whereIn('id', subscriptionIds)
    .orderBy('expiresAt')
    .orderBy('id')
  if (!subscriptions.length) return null
  const reader = await Account.findOrFail(accountId, { client: trx })
  const data = { reader, subscriptions, words: levelWords }
  return { subject: 'Access that ends soon', view: 'mails/folders/subscriptions_end_soon', data }
})
