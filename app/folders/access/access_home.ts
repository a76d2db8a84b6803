import type Account from '#app/accounts/account'
import { couldUse, placesAsOf } from '#app/folders/access/access_as_of'
import type { AccessEntry } from '#app/folders/access/access_entry'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** The home folder of the one person of ours who is asked for: it is nobody's subscription. */
export async function homeOf(
  liaison: Account,
  { accountId, at }: { accountId?: string; at: Instant }
): Promise<AccessEntry[]> {
  const { organizationId, organization } = liaison
  const row = accountId && (await homeRow(accountId, organizationId))
  if (!row || !(await couldUse(accountId, at))) return []
  const places = await placesAsOf([row.id], at)
  if (!places.has(row.id)) return []
  return [
    {
      id: null,
      accountId,
      username: row.username,
      person: row.full_name,
      organization: organization.name,
      folderId: null,
      folder: 'Home',
      agency: organization.name,
      level: 'manager',
      inheritedFrom: null,
      isHome: true,
      grantedBy: null,
      offer: null,
      purpose: null,
      agreementNumber: null,
      since: row.created_at,
      lastUsedAt: null,
      until: null,
    },
  ]
}

const homeRow = (accountId: string, organizationId: string) =>
  db
    .from('folders')
    .join('accounts', 'accounts.id', 'folders.owner_id')
    .where('folders.owner_id', accountId)
    .where('accounts.organization_id', organizationId)
    .select('folders.id', 'folders.created_at', 'accounts.username', 'accounts.full_name')
    .first()
