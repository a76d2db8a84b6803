import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'

/** The live subscriptions of an agency's folders, by path and then by person: in the order in which one reads them. */
export async function underReview(organizationId: string, trx: Trx): Promise<string[]> {
  const rows = await trx
    .from('folder_subscriptions as grants')
    .join('folders', 'folders.id', 'grants.folder_id')
    .join('accounts', 'accounts.id', 'grants.account_id')
    .where('folders.organization_id', organizationId)
    .whereNull('folders.deletion_id')
    .whereNull('grants.ended_at')
    .where((end) => end.whereNull('grants.expires_at').orWhere('grants.expires_at', '>', now()))
    .select('grants.id', 'folders.lineage', 'accounts.username_key')
  const paths = await sortedPaths(organizationId, trx)
  const keyOf = (row: any) => `${paths.get(row.lineage)}\0${row.username_key}\0${row.id}`
  const keyed = rows.map((row) => ({ id: row.id as string, key: keyOf(row) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id)
}

/** By lineage, the names of a path with what sorts before every letter between them. */
async function sortedPaths(organizationId: string, trx: Trx) {
  const folders: { id: string; name_key: string; lineage: string }[] = await trx
    .from('folders')
    .where('organization_id', organizationId)
    .select('id', 'name_key', 'lineage')
  const names = new Map(folders.map(({ id, name_key: name }) => [id, name]))
  const pathOf = (lineage: string) => lineage.split('/').map((id) => names.get(id) ?? '')
  return new Map(folders.map(({ lineage }) => [lineage, pathOf(lineage).join('\u0001')]))
}
