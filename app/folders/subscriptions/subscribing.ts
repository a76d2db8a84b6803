import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import type Folder from '#app/folders/folder'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import { offerEach } from '#app/folders/offers/offering'
import { findOwn, mostPeople, peopleIn, type Named } from '#app/folders/subscriptions/people_named'
import { levelWords } from '#app/folders/subscriptions/level_words'
import type SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { lockFolder } from '#app/folders/tally'
import { faultsIn, type AskedTerms } from '#app/folders/subscriptions/terms_asked'
import { Unfit } from '#app/folders/subscriptions/unfit'
import { tell } from '#app/messages/tell'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'

/** What a liaison fills in to give several people access to one folder. */
export interface Wish {
  folder: Folder
  /** Left out for the liaison's own people. */
  organizationId?: string
  /** One person on each line. */
  people: string
  terms: AskedTerms
  isSigned: boolean
}

export interface Subscribed {
  started: FolderSubscription[]
  offered: SubscriptionOffer[]
  /** Who has it already, or was offered it, in words. */
  already: string[]
}

/**
 * All people of one form, or none: those of the liaison's own organization have access at once; to those of another one it is
 * offered, and the answer is the same whether there are such people or not.
 */
export async function subscribe(by: Account, wish: Wish, outer?: Trx) {
  try {
    return await inTransaction((trx) => carryOut(by, wish, trx), outer)
  } catch (error) {
    if (error instanceof Unfit) return { problems: error.problems }
    throw error
  }
}

/** One folder's subscribers are changed by one at a time: nobody gets the same twice. */
async function carryOut(by: Account, wish: Wish, trx: Trx): Promise<Subscribed> {
  const { folder, organizationId = by.organizationId } = wish
  await lockFolder(folder.id, trx)
  await permit(by, 'subscription.start', folder, trx)
  const organization = await Organization.query({ client: trx })
    .where('id', organizationId)
    .whereNull('suspendedAt')
    .first()
  const isAcross = organizationId !== by.organizationId
  const people = peopleIn(wish.people)
  const problems = faultsIn(wish.terms, isAcross)
  if (!organization) problems.organization = ['Choose an organization from the list.']
  if (!people.length) problems.people = ['Name at least one person.']
  if (people.length > mostPeople) {
    problems.people = [`Name at most ${mostPeople} people at a time.`]
  }
  if (Object.keys(problems).length) throw new Unfit(problems)
  return isAcross
    ? offerEach(by, { ...wish, organization: organization!, people }, trx)
    : startEach(by, { ...wish, people }, trx)
}

async function startEach(
  by: Account,
  { folder, people, terms }: Pick<Wish, 'folder' | 'terms'> & { people: Named[] },
  trx: Trx
): Promise<Subscribed> {
  const found = await findOwn(people, by.organizationId, trx)
  const wrong = found.flatMap(([{ line }, one]) =>
    'problem' in one ? [`Line ${line}: ${one.problem}`] : []
  )
  if (wrong.length) throw new Unfit({ people: wrong })

  const subscribed: Subscribed = { started: [], offered: [], already: [] }
  const seen = new Set<string>()
  for (const [, one] of found) {
    if (!('account' in one) || seen.has(one.account.id)) continue
    seen.add(one.account.id)
    const present = await presentOf(folder, one.account, trx)
    if (present) {
      subscribed.already.push(
        `${one.account.actorName}, as ${levelWords[present.level].name.toLowerCase()}`
      )
      continue
    }
    const started = await FolderSubscription.start(by, folder, one.account, terms, trx)
    await tell(one.account, 'subscription_started', { subscriptionId: started.id }, trx)
    subscribed.started.push(started)
  }
  return subscribed
}

const presentOf = (folder: Folder, account: Account, trx: Trx) =>
  FolderSubscription.query({ client: trx })
    .withScopes((scopes) => scopes.live(now()))
    .where({ folderId: folder.id, accountId: account.id })
    .first()
