import Account from '#app/accounts/account'
import type { Problems } from '#app/accounts/passwords/new_password'
import { sponsoredBy } from '#app/folders/departures/belongings'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** Who takes over what, by user name; nothing said is nobody. */
export interface NamedHeirs {
  sponsor?: string | null
  offers?: string | null
  home?: string | null
}

export interface Heirs {
  sponsorHeirId: string | null
  offersHeirId: string | null
  homeHeirId: string | null
}

/** What a heir must be fit for. */
type Duty = 'sponsor' | 'liaison'

/** Only somebody of the same organization who is active, and never the person who leaves. */
export async function heirsNamed(account: Account, named: NamedHeirs, trx: Trx) {
  const problems: Problems = {}
  const find = async (field: string, name: string | null | undefined, duty?: Duty) => {
    const usernameKey = name?.normalize('NFC').trim().toLowerCase()
    if (!usernameKey) return null
    const heir = await eligible(account, { usernameKey }, duty, trx)
    if (!heir) problems[field] = [sentences[duty ?? 'anybody']]
    return heir?.id ?? null
  }
  const heirs: Heirs = {
    sponsorHeirId: await find('sponsor_heir', named.sponsor, 'sponsor'),
    offersHeirId: await find('offers_heir', named.offers, 'liaison'),
    homeHeirId: await find('home_heir', named.home),
  }
  const guests = await sponsoredBy(account, trx)
  if (guests.length && !heirs.sponsorHeirId && !problems.sponsor_heir) {
    problems.sponsor_heir = ['Say who answers for the outside people from now on.']
  }
  return { heirs, problems }
}

const sentences = {
  anybody: 'Write the user name of somebody else who is active in your organization.',
  sponsor: 'Write the user name of somebody active in your organization who is not from outside.',
  liaison: 'Write the user name of another liaison of your organization, or leave it empty.',
}

/** Somebody who was chosen earlier may be gone by the day. */
export const stillThere = (
  account: Account,
  id: string | null,
  duty: Duty | undefined,
  trx: Trx
) => (id ? eligible(account, { id }, duty, trx) : Promise.resolve(null))

function eligible(
  { id, organizationId }: Account,
  who: { id: string } | { usernameKey: string },
  duty: Duty | undefined,
  trx: Trx
) {
  const query = Account.query({ client: trx })
    .where({ ...who, organizationId })
    .whereNot('id', id)
    .withScopes((scopes) => scopes.activeAt(now()))
  if (duty === 'sponsor') query.whereNull('sponsorId')
  if (duty === 'liaison') query.whereHas('grants', (grants) => grants.where('role', duty))
  return query.first()
}
