import type Account from '#app/accounts/account'
import { sharedAsOf } from '#app/folders/access/access_as_of'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** The organizations with which anything was shared at that instant, in either direction, by name. */
export async function partnersAsOf({ organizationId }: Account, at: Instant) {
  const theirs = sharedAsOf(at)
    .where('grants.folder_organization_id', organizationId)
    .select('grants.person_organization_id')
  const ours = sharedAsOf(at)
    .where('grants.person_organization_id', organizationId)
    .select('grants.folder_organization_id')
  const partners: { id: string; name: string }[] = await db
    .from('organizations')
    .whereIn('id', theirs)
    .orWhereIn('id', ours)
    .orderBy('name')
    .orderBy('id')
    .select('id', 'name')
  return partners
}
