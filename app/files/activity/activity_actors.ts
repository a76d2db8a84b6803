import type Account from '#app/accounts/account'
import type { Entry } from '#app/audit/entries'
import db from '@adonisjs/lucid/services/db'

/** `known`: of another organization, but let into our folders at some time, or one of those who look after the service. */
export type ActorTold = 'own' | 'known' | 'stranger'

/** Who did these things, as far as an organization may know. */
export async function actorsOf({ organizationId }: Account, entries: Entry[]) {
  const ids = [...new Set(entries.map(({ actorId }) => actorId))].filter((id) => id !== null)
  const told = new Map<string, ActorTold>(ids.map((id) => [id, 'stranger']))
  if (!ids.length) return told
  const own = await db.from('accounts').whereIn('id', ids).select('id', 'organization_id')
  for (const { id, organization_id: home } of own) if (home === organizationId) told.set(id, 'own')
  const others = ids.filter((id) => told.get(id) === 'stranger')
  for (const id of others.length ? await knownAmong(others, organizationId) : [])
    told.set(id, 'known')
  return told
}

async function knownAmong(ids: string[], organizationId: string): Promise<string[]> {
  const letIn = await db
    .from('folder_subscriptions as grants')
    .whereIn('grants.account_id', ids)
    .where('grants.folder_organization_id', organizationId)
    .select('grants.account_id as id')
  const staff = await db
    .from('account_roles')
    .whereIn('account_id', ids)
    .whereIn('role', ['operator', 'help_desk'])
    .select('account_id as id')
  const agreed = await db
    .from('subscription_offers')
    .where((side) =>
      side.where('organization_id', organizationId).orWhere('asked_organization_id', organizationId)
    )
    .where((who) => who.whereIn('offered_by', ids).orWhereIn('decided_by', ids))
    .select('offered_by', 'decided_by')
  const liaisons = agreed.flatMap((offer) => [offer.offered_by, offer.decided_by])
  return [
    ...letIn.map(({ id }) => id),
    ...staff.map(({ id }) => id),
    ...liaisons.filter((id) => ids.includes(id)),
  ]
}
