import Account from '#app/accounts/account'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'

const rankOf = (account: Account) =>
  account.grants.find(({ role }) => role === 'liaison')?.rank ?? Number.MAX_SAFE_INTEGER

/** Who speaks for these organizations, the primary liaison first. Whoever cannot sign in any more is no help. */
async function liaisonsIn(organizationIds: string[]) {
  const liaisons = await Account.query()
    .whereIn('organizationId', organizationIds)
    .withScopes((scopes) => scopes.activeAt(now()))
    .whereHas('grants', (grants) => grants.where('role', 'liaison'))
    .preload('grants')
    .withScopes((scopes) => scopes.people())
  return liaisons.sort((a, b) => rankOf(a) - rankOf(b))
}

export const liaisonsOf = (account: Account) => liaisonsIn([account.organizationId])

interface AgencyEntry {
  agency: Organization
  liaisons: Account[]
}

/** The public list "Find your SFT Liaison": agencies by name, with those whose names have every word looked for. */
export async function agenciesFor(search = ''): Promise<AgencyEntry[]> {
  const agencies = await Organization.query()
    .where('kind', 'agency')
    .whereNull('suspendedAt')
    .orderBy('name')
    .orderBy('id')
  const liaisons = await liaisonsIn(agencies.map(({ id }) => id))
  const words = search.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean)
  return agencies
    .map((agency) => ({
      agency,
      liaisons: liaisons.filter(({ organizationId }) => organizationId === agency.id),
    }))
    .filter((entry) => words.every((word) => namesIn(entry).includes(word)))
}

const namesIn = ({ agency, liaisons }: AgencyEntry) =>
  [agency.name, agency.shortName, ...liaisons.map(({ fullName }) => fullName)]
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
