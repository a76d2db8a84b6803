import Account from '#app/accounts/account'
import { rankOf } from '#app/accounts/liaisons/liaison_list'
import { rankInWords } from '#app/accounts/liaisons/liaisons'
import { mail, type Payload } from '#app/messages/mail'
import { now, type Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

interface Told extends Payload {
  accountId: string
}

interface News extends Told {
  liaisonId: string
  at: Instant
}

const find = (id: string, trx: Trx) =>
  Account.query({ client: trx })
    .where({ id })
    .preload('organization')
    .preload('grants')
    .firstOrFail()

const isLiaison = (account: Account) => account.isActive(now()) && account.has('liaison')

mail<Told>('liaison_appointed', async ({ accountId }, trx) => {
  const account = await find(accountId, trx)
  if (!isLiaison(account)) return null
  const data = { account, rank: rankInWords(rankOf(account)) }
  return { subject: 'You are an SFT Liaison', view: 'mails/accounts/liaison_appointed', data }
})

mail<Told>('liaison_dismissed', async ({ accountId }, trx) => {
  const account = await find(accountId, trx)
  if (!account.isActive(now()) || account.has('liaison')) return null
  const subject = 'You are no SFT Liaison any more'
  return { subject, view: 'mails/accounts/liaison_dismissed', data: { account } }
})

/** Those who share the work hear who came, or who changed places. */
mail<News>('liaison_changed', async ({ accountId, liaisonId }, trx) => {
  const [account, liaison] = [await find(accountId, trx), await find(liaisonId, trx)]
  if (!isLiaison(account) || !isLiaison(liaison)) return null
  const data = { account, liaison, rank: rankInWords(rankOf(liaison)) }
  return { subject: 'Who is SFT Liaison', view: 'mails/accounts/liaison_changed', data }
})

mail<News>('liaison_left', async ({ accountId, liaisonId, at }, trx) => {
  const [account, liaison] = [await find(accountId, trx), await find(liaisonId, trx)]
  if (!isLiaison(account) || isLiaison(liaison)) return null
  const data = { account, liaison, at }
  return { subject: 'Who is SFT Liaison', view: 'mails/accounts/liaison_left', data }
})
