import Account from '#app/accounts/account'
import Departure from '#app/folders/departures/departure'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { mail } from '#app/messages/mail'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

type Told = { departureId: string; accountId: string }

/** Whom it goes to, if that person is still there, and what it is about. */
async function known({ departureId, accountId }: Told, trx: Trx) {
  const recipient = await Account.find(accountId, { client: trx })
  const departure = await Departure.query({ client: trx })
    .where('id', departureId)
    .preload('account', (account) => account.preload('organization'))
    .preload('items', (items) => items.orderBy('id'))
    .first()
  return departure && recipient?.isActive(now()) ? { recipient, departure } : null
}

mail<Told & { organizationId: string }>('departure_elsewhere', async (payload, trx) => {
  const told = await known(payload, trx)
  if (!told) return null
  const { departure } = told
  const ids = departure.items
    .filter(({ organizationId }) => organizationId === payload.organizationId)
    .map(({ subjectId }) => subjectId!)
  const ended = await FolderSubscription.query({ client: trx })
    .whereIn('id', ids)
    .preload('folder')
    .orderBy('id')
  const folders = []
  for (const { folder, level, createdAt } of ended) {
    folders.push({ path: await folder.path(trx), level, since: createdAt })
  }
  return {
    subject: `${departure.account.fullName} has left ${departure.account.organization.name}`,
    view: 'mails/folders/departure_elsewhere',
    data: { ...told, folders },
  }
})

mail<Told>('liaison_departed', async (payload, trx) => {
  const data = await known(payload, trx)
  const subject = 'A liaison has left'
  return data && { subject, view: 'mails/folders/liaison_departed', data }
})

mail<{ departureId: string; operatorId: string }>('departure_held', async (payload, trx) => {
  const { departureId, operatorId: accountId } = payload
  const data = await known({ departureId, accountId }, trx)
  const subject = 'A departure waits for another liaison'
  return data && { subject, view: 'mails/folders/departure_held', data }
})

mail<Told>('departure_done', async (payload, trx) => {
  const data = await known(payload, trx)
  return (
    data && {
      subject: `Access of ${data.departure.account.fullName} has ended`,
      view: 'mails/folders/departure_done',
      data,
    }
  )
})
