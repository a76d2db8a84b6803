import Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import AccessRequest from '#app/folders/requests/access_request'
import Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** What a person has at this moment: all that a departure ends or hands over. */
export async function belongingsOf(account: Account, trx?: Trx) {
  const subscriptions = await subscriptionsOf(account, trx)
  const sessions = await sessionsOf(account, trx)
  const isOwn = ({ folder }: FolderSubscription) => folder.organizationId === account.organizationId
  return {
    sessions: sessions.length,
    own: subscriptions.filter(isOwn),
    elsewhere: subscriptions.filter((one) => !isOwn(one)),
    home: await Folder.homeOf(account, trx),
    isLiaison: await holdsRole(account, 'liaison', trx),
    sponsored: await sponsoredBy(account, trx),
    offers: await offers(trx).where('offeredBy', account.id),
    offersForPerson: await offersFor(account, trx),
    requests: await requestsOf(account, trx),
    granted: await grantedBy(account, trx),
  }
}

export type Belongings = Awaited<ReturnType<typeof belongingsOf>>

/** The name under which the person knows a folder; of another organization's folder nothing else is told. */
export const shownName = ({ shownAs, folder }: FolderSubscription) => shownAs ?? folder.name

/** Those of its own organization for whom somebody answers. */
export const sponsoredBy = (account: Account, trx?: Trx) =>
  Account.query({ client: trx })
    .where({ sponsorId: account.id, organizationId: account.organizationId })
    .withScopes((scopes) => scopes.activeAt(now()))
    .withScopes((scopes) => scopes.people())

const sessionsOf = ({ id }: Account, trx?: Trx) =>
  AccountSession.query({ client: trx })
    .where('accountId', id)
    .withScopes((scopes) => scopes.live(now()))

const subscriptionsOf = ({ id }: Account, trx?: Trx) =>
  FolderSubscription.query({ client: trx })
    .where('accountId', id)
    .withScopes((scopes) => scopes.live(now()))
    .preload('folder', (folder) => folder.preload('organization'))
    .preload('account')
    .orderBy('id')

const holdsRole = async ({ id }: Account, role: string, trx?: Trx) =>
  (await (trx ?? db).from('account_roles').where({ account_id: id, role }).first()) !== null

const offers = (trx?: Trx) =>
  SubscriptionOffer.query({ client: trx })
    .withScopes((scopes) => scopes.waiting())
    .preload('folder')
    .preload('organization')
    .preload('askedOrganization')
    .orderBy('id')

/** What other organizations offer the person, as far as it waits for an answer from this one. */
const offersFor = (account: Account, trx?: Trx) =>
  offers(trx)
    .where('askedOrganizationId', account.organizationId)
    .whereIn(
      'namedKey',
      [account.usernameKey, account.email?.toLowerCase()].filter((key) => key !== undefined)
    )

const requestsOf = ({ id }: Account, trx?: Trx) =>
  AccessRequest.query({ client: trx })
    .where('accountId', id)
    .withScopes((scopes) => scopes.waiting())

async function grantedBy({ id }: Account, trx?: Trx) {
  const row = await (trx ?? db)
    .from('folder_subscriptions')
    .where('granted_by', id)
    .whereNot('account_id', id)
    .whereNull('ended_at')
    .count('* as count')
    .first()
  return Number(row.count)
}
