import Account from '#app/accounts/account'
import AccountRole, { type Role } from '#app/accounts/account_role'
import Organization from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import db from '@adonisjs/lucid/services/db'

/** A liaison's place among those of the agency: 1 the primary, 2 the alternate; null is none in particular. */
export const rankOf = (account: Account) =>
  account.grants.find(({ role }) => role === 'liaison')?.rank ?? null

const placeOf = (account: Account) => rankOf(account) ?? Number.MAX_SAFE_INTEGER

/** Whoever cannot sign in any more is no help. Few hold a role: they are found first, and not among thousands of accounts. */
async function holdersOf(roles: Role[], organizationIds: string[], trx?: Trx) {
  const holding = AccountRole.query({ client: trx }).whereIn('role', roles).select('accountId')
  const holders = await Account.query({ client: trx })
    .whereIn('id', holding)
    .whereIn('organizationId', organizationIds)
    .withScopes((scopes) => scopes.activeAt(now()))
    .preload('grants')
  return holders.sort((a, b) => placeOf(a) - placeOf(b) || (a.usernameKey < b.usernameKey ? -1 : 1))
}

/** The liaisons of these agencies, the primary one first. */
export const liaisonsIn = (organizationIds: string[], trx?: Trx) =>
  holdersOf(['liaison'], organizationIds, trx)

/** Who speaks for an organization, an agency or a partner: the primary liaison first. */
export const speakersFor = (organizationId: string, trx?: Trx) =>
  holdersOf(['liaison', 'organization_administrator'], [organizationId], trx)

export const liaisonsOf = (account: Account) => liaisonsIn([account.organizationId])

/** A liaison as a long list names one. */
interface NamedLiaison {
  fullName: string
  title: string | null
  organizationId: string
}

/** The liaisons of many agencies at once, by agency, the primary one first: rows, for there are many. */
export async function liaisonsByOrganization(organizationIds: string[]) {
  const rows: NamedLiaison[] = await db
    .from('account_roles')
    .join('accounts', 'accounts.id', 'account_roles.account_id')
    .where('account_roles.role', 'liaison')
    .whereIn('accounts.organization_id', organizationIds)
    .whereNull('accounts.deactivated_at')
    .where((end) => end.whereNull('accounts.ends_at').orWhere('accounts.ends_at', '>', now()))
    .orderByRaw('coalesce(account_roles.rank, 9), accounts.username_key')
    .select('accounts.full_name as fullName', 'accounts.title')
    .select('accounts.organization_id as organizationId')
  return Map.groupBy(rows, ({ organizationId }) => organizationId)
}

/**
 * Agencies that people can ask for an account. Who only runs the service is none: an operator may be a liaison there, to accept
 * the terms, but there is no liaison besides.
 */
export const agenciesToAsk = (trx?: Trx) =>
  Organization.query({ client: trx })
    .withScopes((scopes) => scopes.openAgencies())
    .where((one) => {
      const liaisons = homesOf('liaison').whereNotIn('accounts.id', holdersIds('operator'))
      one.whereNotIn('id', homesOf('operator')).orWhereIn('id', liaisons)
    })

const holdersIds = (role: Role) => db.from('account_roles').where({ role }).select('account_id')

const homesOf = (role: Role) =>
  db
    .from('accounts')
    .join('account_roles', 'account_roles.account_id', 'accounts.id')
    .where('account_roles.role', role)
    .select('accounts.organization_id')

/** An agency as everybody may see it: the names only if it chose to publish them. */
export interface AgencyEntry {
  agency: Organization
  liaisons: NamedLiaison[]
}

/** The public list "Find your SFT Liaison": agencies by name, with those whose published names have every word looked for. */
export async function agenciesFor(search = ''): Promise<AgencyEntry[]> {
  const entries = await entriesOf(await agenciesToAsk())
  const words = search.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => words.every((word) => namesIn(entry).includes(word)))
}

export async function entryOf(agency: Organization) {
  const [entry] = await entriesOf([agency])
  return entry
}

async function entriesOf(agencies: Organization[]) {
  const named = agencies.filter(({ publishesLiaisons }) => publishesLiaisons)
  const liaisons = await liaisonsByOrganization(named.map(({ id }) => id))
  return agencies.map((agency) => ({ agency, liaisons: liaisons.get(agency.id) ?? [] }))
}

const namesIn = ({ agency, liaisons }: AgencyEntry) =>
  [agency.name, agency.shortName, ...liaisons.map(({ fullName }) => fullName)]
    .join(' ')
    .normalize('NFC')
    .toLowerCase()
