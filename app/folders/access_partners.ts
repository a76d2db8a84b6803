import type Account from '#app/accounts/account'
import { grantsAsOf } from '#app/folders/access_as_of'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** The organizations with which anything was shared at that instant, in either direction, by name. */
export async function partnersAsOf({ organizationId }: Account, at: Instant) {
  const shared = () => grantsAsOf(at).whereRaw('grants.is_shared = true')
  const theirs = shared()
    .where('folders.organization_id', organizationId)
    .select('accounts.organization_id')
  const ours = shared()
    .where('accounts.organization_id', organizationId)
    .select('folders.organization_id')
  const partners: { id: string; name: string }[] = await db
    .from('organizations')
    .whereIn('id', theirs)
    .orWhereIn('id', ours)
    .orderBy('name')
    .orderBy('id')
    .select('id', 'name')
  return partners
}
