import type Account from '#app/accounts/account'
import { tellLiaisons } from '#app/accounts/liaisons/liaison_notices'
import FolderSubscription from '#app/folders/subscriptions/folder_subscription'
import type { Named } from '#app/folders/subscriptions/people_named'
import { hasNobodyToAsk } from '#app/folders/offers/sponsor'
import type { Subscribed, Wish } from '#app/folders/subscriptions/subscribing'
import SubscriptionOffer from '#app/folders/offers/subscription_offer'
import { sponsorFaultsIn } from '#app/folders/subscriptions/terms_asked'
import { tellOperatorsIfUnanswerable } from '#app/folders/requests/unanswerable'
import { Unfit } from '#app/folders/subscriptions/unfit'
import type Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import type { Trx } from '#app/shared/transaction'

interface Offering extends Omit<Wish, 'people'> {
  organization: Organization
  people: Named[]
  replacesId?: string
}

/** Offers one folder to several people of another organization. Nobody is looked for: that is the asked side's to know. */
export async function offerEach(by: Account, offering: Offering, trx: Trx): Promise<Subscribed> {
  const { folder, organization, people } = offering
  const wrong = people.flatMap(faultsOf)
  if (wrong.length) throw new Unfit({ people: wrong })
  const isSigned = await assertAskable(offering, trx)

  const present = await presentNames(folder.id, organization, trx)
  const subscribed: Subscribed = { started: [], offered: [], already: [] }
  const seen = new Set<string>()
  for (const person of people) {
    const key = nameKey(person.named)
    if (seen.has(key)) continue
    seen.add(key)
    const already = present.get(key)
    if (already && !offering.replacesId) subscribed.already.push(`${person.named}, ${already}`)
    else if (isSigned) subscribed.started.push(await sign(by, offering, person, trx))
    else subscribed.offered.push(await make(by, offering, person, trx))
  }
  if (subscribed.offered.length) {
    const offerIds = subscribed.offered.map(({ id }) => id)
    await tellLiaisons(organization.id, 'offers_made', { offerIds }, trx)
    await tellOperatorsIfUnanswerable(organization.id, null, trx)
  }
  return subscribed
}

function faultsOf({ line, named, fullName }: Named) {
  if (named.length > 254 || /\p{Cc}/u.test(named)) return [`Line ${line}: this is no user name.`]
  if (!fullName) {
    return [
      `Line ${line}: add the full name of "${named}", so that their organization knows who is meant.`,
    ]
  }
  return fullName.length > 200 ? [`Line ${line}: the name is too long.`] : []
}

/** A partner without an administrator is signed for, or there is nobody who could ever answer. */
async function assertAskable({ organization, terms, isSigned }: Offering, trx: Trx) {
  if (!(await hasNobodyToAsk(organization, trx))) return false
  if (!isSigned) {
    const sentence = `${organization.name} has no active administrator who could accept. Tick this to sign as sponsor.`
    throw new Unfit({ is_signed_by_sponsor: [sentence] })
  }
  const faults = sponsorFaultsIn(terms)
  if (Object.keys(faults).length) throw new Unfit(faults)
  return true
}

const make = (
  by: Account,
  { folder, organization, terms, replacesId }: Offering,
  { named, fullName }: Named,
  trx: Trx,
  isSignedBySponsor = false
) =>
  SubscriptionOffer.make(
    by,
    folder,
    {
      ...terms,
      purpose: terms.purpose!,
      askedOrganization: organization,
      named,
      fullName,
      replacesId,
      isSignedBySponsor,
    },
    trx
  )

/** Both keys by one hand: only for somebody who has an account of that partner. */
async function sign(by: Account, offering: Offering, person: Named, trx: Trx) {
  const offer = await make(by, offering, person, trx, true)
  const account = await offer.personMeant(trx)
  if (!account) {
    const sentence = `${offering.organization.name} has no account of "${person.named}". Without an administrator there, nobody can open one: open one for the person at your own organization, with a sponsor and an end date.`
    throw new Unfit({ people: [`Line ${person.line}: ${sentence}`] })
  }
  return (await offer.accept(by, account, trx))!
}

/** What the folder's side knows anyway: whom it offered it to, and who of its subscribers has that user name. */
async function presentNames(folderId: string, { id }: Organization, trx: Trx) {
  const waiting = await SubscriptionOffer.query({ client: trx })
    .where({ folderId, askedOrganizationId: id, status: 'pending' })
    .select('namedKey')
  const subscribers = await FolderSubscription.query({ client: trx })
    .withScopes((scopes) => scopes.live(now()))
    .where({ folderId })
    .whereHas('account', (account) => account.where('organizationId', id))
    .preload('account')
  return new Map([
    ...subscribers.map(({ account }): [string, string] => [account.usernameKey, 'who has it']),
    ...waiting.map(({ namedKey }): [string, string] => [namedKey, 'to whom it is offered']),
  ])
}
