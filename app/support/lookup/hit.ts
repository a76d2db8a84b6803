import type { EntryRow } from '#app/support/lookup/candidates'
import type { Ranked } from '#app/support/lookup/ranking'
import { now, type Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** One thing that was found, with what a person needs to see whether it is the right one. */
export interface Hit extends Pick<EntryRow, 'kind' | 'title' | 'detail' | 'place'> {
  subjectId: string
  programId: string | null
  organizationName: string | null
  /** Why it is of no use at present: "Deactivated". */
  state: string | null
}

/** What may change without the search hearing of it is read when it is shown. */
export async function hitsOf(found: Ranked[]): Promise<Hit[]> {
  const rows = found.map(({ row }) => row)
  const organizations = await organizationsOf(rows)
  const ended = await endedAmong(rows, now())
  return rows.map((row) => {
    const organization = organizations.get(row.organization_id ?? '')
    const isSuspended = Boolean(organization?.suspended_at)
    return {
      kind: row.kind,
      title: row.title,
      detail: row.detail,
      place: row.place,
      subjectId: row.subject_id,
      programId: row.program_id,
      organizationName: row.kind === 'organization' ? null : (organization?.name ?? null),
      state: ended.get(row.subject_id) ?? (isSuspended ? suspended(row) : null),
    }
  })
}

const suspended = ({ kind }: EntryRow) =>
  kind === 'organization' ? 'Suspended' : 'Organization suspended'

interface OrganizationRow {
  id: string
  name: string
  suspended_at: Instant | null
}

async function organizationsOf(rows: EntryRow[]) {
  const ids = [...new Set(rows.map((row) => row.organization_id).filter((id) => id !== null))]
  const found: OrganizationRow[] = ids.length
    ? await db.from('organizations').whereIn('id', ids).select('id', 'name', 'suspended_at')
    : []
  return new Map(found.map((row) => [row.id, row]))
}

/** The people whose accounts are over, each with the word for it. */
async function endedAmong(rows: EntryRow[], asOf: Instant) {
  const ids = rows.filter(({ kind }) => kind === 'person').map((row) => row.subject_id)
  const found: { id: string; deactivated_at: Instant | null }[] = ids.length
    ? await db
        .from('accounts')
        .whereIn('id', ids)
        .where((end) => end.whereNotNull('deactivated_at').orWhere('ends_at', '<=', asOf))
        .select('id', 'deactivated_at')
    : []
  return new Map(found.map((row) => [row.id, row.deactivated_at ? 'Deactivated' : 'Ended']))
}
