import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import type { Instant } from '#app/shared/clock'
import db from '@adonisjs/lucid/services/db'

/** A program as the liaison's list shows it. */
export interface ListedProgram {
  id: string
  name: string
  isRetired: boolean
  /** What is published; null before anything was. */
  number: number | null
  publishedAt: Instant | null
  publishedBy: string | null
  hasDraft: boolean
}

/** The programs of the liaison's agency by name, some dozens at most; those that are retired come last. */
export async function listPrograms(by: Account): Promise<ListedProgram[]> {
  await permit(by, 'program.list', by.organization)
  const programs = await db
    .from('programs')
    .where('organization_id', by.organizationId)
    .orderBy('name_key')
    .orderBy('id')
    .select('id', 'name', 'retired_at')
  const ids = programs.map(({ id }) => id)
  const [published, drafts] = [await latestOf(ids), await draftsOf(ids)]
  return programs
    .map(({ id, name, retired_at: retiredAt }) => ({
      id,
      name,
      isRetired: retiredAt !== null,
      ...(published.get(id) ?? { number: null, publishedAt: null, publishedBy: null }),
      hasDraft: drafts.has(id),
    }))
    .sort((one, other) => Number(one.isRetired) - Number(other.isRetired))
}

type Published = Pick<ListedProgram, 'number' | 'publishedAt' | 'publishedBy'>

async function latestOf(ids: string[]) {
  const rows = await db
    .from('quick_references as editions')
    .leftJoin('accounts', 'accounts.id', 'editions.published_by')
    .whereIn('editions.program_id', ids)
    .whereNotNull('editions.published_at')
    .whereNotExists((later) =>
      later
        .from('quick_references as later')
        .whereColumn('later.program_id', 'editions.program_id')
        .whereColumn('later.number', '>', 'editions.number')
        .whereNotNull('later.published_at')
    )
    .select('editions.program_id', 'editions.number', 'editions.published_at', 'full_name')
  return new Map<string, Published>(
    rows.map((row) => [
      row.program_id,
      { number: row.number, publishedAt: Number(row.published_at), publishedBy: row.full_name },
    ])
  )
}

async function draftsOf(ids: string[]) {
  const rows = await db
    .from('quick_references')
    .whereIn('program_id', ids)
    .whereNull('published_at')
    .select('program_id')
  return new Set<string>(rows.map((row) => row.program_id))
}
