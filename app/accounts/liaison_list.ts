import Account from '#app/accounts/account'
import type { Role } from '#app/accounts/account_role'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** A liaison's place among those of the agency: 1 the primary, 2 the alternate; null is none in particular. */
export const rankOf = (account: Account) =>
  account.grants.find(({ role }) => role === 'liaison')?.rank ?? null

const placeOf = (account: Account) => rankOf(account) ?? Number.MAX_SAFE_INTEGER

/** Whoever cannot sign in any more is no help. */
async function holdersOf(roles: Role[], organizationIds: string[], trx?: Trx) {
  const holders = await Account.query({ client: trx })
    .whereIn('organizationId', organizationIds)
    .withScopes((scopes) => scopes.activeAt(now()))
    .whereHas('grants', (grants) => grants.whereIn('role', roles))
    .preload('grants')
    .withScopes((scopes) => scopes.people())
  return holders.sort((a, b) => placeOf(a) - placeOf(b))
}

/** The liaisons of these agencies, the primary one first. */
export const liaisonsIn = (organizationIds: string[], trx?: Trx) =>
  holdersOf(['liaison'], organizationIds, trx)

/** Who speaks for an organization, an agency or a partner: the primary liaison first. */
export const speakersFor = (organizationId: string, trx?: Trx) =>
  holdersOf(['liaison', 'organization_administrator'], [organizationId], trx)

export const liaisonsOf = (account: Account) => liaisonsIn([account.organizationId])

/** An agency as everybody may see it: the names only if it chose to publish them. */
export interface AgencyEntry {
  agency: Organization
  liaisons: Account[]
}

/** The public list "Find your SFT Liaison": agencies by name, with those whose published names have every word looked for. */
export async function agenciesFor(search = ''): Promise<AgencyEntry[]> {
  const entries = await entriesOf(
    await Organization.query().withScopes((scopes) => scopes.openAgencies())
  )
  const words = search.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => words.every((word) => namesIn(entry).includes(word)))
}

export async function entryOf(agency: Organization) {
  const [entry] = await entriesOf([agency])
  return entry
}

async function entriesOf(agencies: Organization[]) {
  const named = agencies.filter(({ publishesLiaisons }) => publishesLiaisons)
  const liaisons = await liaisonsIn(named.map(({ id }) => id))
  return agencies.map((agency) => ({
    agency,
    liaisons: liaisons.filter(({ organizationId }) => organizationId === agency.id),
  }))
}

const namesIn = ({ agency, liaisons }: AgencyEntry) =>
  [agency.name, agency.shortName, ...liaisons.map(({ fullName }) => fullName)]
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
