import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { undoLives } from '#app/folders/imports/account_import'
import { now, type Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import db from '@adonisjs/lucid/services/db'

/** One import as the history shows it. */
interface ListedImport {
  id: string
  sourceName: string
  rowCount: number
  status: string
  at: Instant
  by: string
  isUndoable: boolean
}

/** The imports of the liaison's organization, and the liaison's own previews; the latest first. */
export async function listImports(by: Account, place: Place): Promise<Slice<ListedImport>> {
  await permit(by, 'account.import', by.organization)
  const backward = isBackward(place)
  const query = db
    .from('account_imports')
    .join('accounts', 'accounts.id', 'account_imports.created_by')
    .where('account_imports.organization_id', by.organizationId)
    .where((seen) =>
      seen
        .whereIn('account_imports.status', ['applied', 'undone'])
        .orWhere('account_imports.created_by', by.id)
    )
  const key = place.after ?? place.before
  if (key) query.where('account_imports.id', backward ? '>' : '<', key)
  const rows = await query
    .orderBy('account_imports.id', backward ? 'asc' : 'desc')
    .limit(pageSize + 1)
    .select('account_imports.*', 'accounts.full_name')
  const page = slice(rows, place, ({ id }) => id)
  return { ...page, rows: page.rows.map(listed) }
}

const listed = (row: any): ListedImport => ({
  id: row.id,
  sourceName: row.source_name,
  rowCount: row.row_count,
  status: row.status,
  at: Number(row.undone_at ?? row.applied_at ?? row.created_at),
  by: row.full_name,
  isUndoable: row.status === 'applied' && Number(row.applied_at) + undoLives > now(),
})
