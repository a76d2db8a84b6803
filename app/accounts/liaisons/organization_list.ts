import {
  liaisonsByOrganization,
  liaisonsIn,
  rankOf,
  speakersFor,
} from '#app/accounts/liaisons/liaison_list'
import Organization, { type kinds } from '#app/organizations/organization'
import { now } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import { isBackward, pageSize, slice, type Place } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'
import type { ModelQueryBuilderContract } from '@adonisjs/lucid/types/model'

export const standings = ['active', 'suspended', 'without_liaison', 'without_alternate'] as const

export interface WantedOrganizations {
  search?: string
  kind?: (typeof kinds)[number]
  standing?: (typeof standings)[number]
  place: Place
}

type Query = ModelQueryBuilderContract<typeof Organization>

/** The organizations of the service by name, each with who speaks for it. */
export async function listOrganizations({ place, ...wanted }: WantedOrganizations) {
  const backward = isBackward(place)
  const direction = backward ? 'desc' : 'asc'
  const query = Organization.query()
    .orderBy('nameKey', direction)
    .orderBy('id', direction)
    .limit(pageSize + 1)
  narrow(query, wanted)
  const from = place.after ?? place.before
  if (from) {
    const sign = backward ? '<' : '>'
    const start = 'select name_key, id from organizations where id = ?'
    query.whereRaw(`(name_key, id) ${sign} (${start})`, [from])
  }
  const page = slice(await query, place, ({ id }) => id)
  return { ...page, rows: await withLiaisons(page.rows) }
}

/** How many organizations there are, and which of them an operator should look at. */
export async function organizationCounts() {
  const count = async (standing?: WantedOrganizations['standing']) => {
    const query = Organization.query()
    narrow(query, { standing })
    const [{ $extras }] = await query.count('* as total')
    return Number($extras.total)
  }
  return {
    all: await count(),
    suspended: await count('suspended'),
    withoutLiaison: await count('without_liaison'),
    withoutAlternate: await count('without_alternate'),
  }
}

function narrow(query: Query, { search, kind, standing }: Omit<WantedOrganizations, 'place'>) {
  for (const word of wordsIn(search)) {
    query.where((any) => {
      for (const column of ['name_key', 'short_name_key']) {
        any.orWhereRaw(`${column} like ? escape '\\'`, [`%${word}%`])
      }
    })
  }
  if (kind) query.where({ kind })
  if (standing === 'active') query.whereNull('suspendedAt')
  if (standing === 'suspended') query.whereNotNull('suspendedAt')
  if (standing === 'without_liaison') lacking(query, 1)
  if (standing === 'without_alternate') lacking(query, 2)
}

const wordsIn = (search = '') =>
  nameKey(search)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[\\%_]/g, '\\$&'))

/** Agencies that have fewer liaisons than so many. */
const lacking = (query: Query, count: number) =>
  query
    .where('kind', 'agency')
    .whereNull('suspendedAt')
    .whereNotIn('id', withLiaisonsAtLeast(count))

const withLiaisonsAtLeast = (count: number) =>
  db
    .from('account_roles')
    .join('accounts', 'accounts.id', 'account_roles.account_id')
    .where('account_roles.role', 'liaison')
    .whereNull('accounts.deactivated_at')
    .where((end) => end.whereNull('accounts.ends_at').orWhere('accounts.ends_at', '>', now()))
    .groupBy('accounts.organization_id')
    .havingRaw('count(*) >= ?', [count])
    .select('accounts.organization_id')

async function withLiaisons(organizations: Organization[]) {
  const liaisons = await liaisonsByOrganization(organizations.map(({ id }) => id))
  return organizations.map((organization) => {
    const [primary, alternate] = liaisons.get(organization.id) ?? []
    return { organization, primary, alternate }
  })
}

/** Who looks after a partner's people, as an operator sees them. */
export const administratorsOf = async (organization: Organization) =>
  organization.isAgency ? [] : speakersFor(organization.id)

/** An agency's liaisons as an operator sees them. */
export async function liaisonsWithRanks({ id }: Organization) {
  const liaisons = await liaisonsIn([id])
  return liaisons.map((account) => ({ account, rank: rankOf(account) }))
}
