import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import type { Instant } from '#app/shared/clock'
import { isBackward, pageSize, slice, type Place, type Slice } from '#app/shared/place'
import { differencesOf, type Difference } from '#app/support/records/differences'
import type Program from '#app/support/records/program'
import QuickReference from '#app/support/records/quick_reference'
import QuickReferenceChange from '#app/support/records/quick_reference_change'
import db from '@adonisjs/lucid/services/db'

/** One edition as the history lists it. */
export interface ListedEdition {
  id: string
  number: number
  publishedAt: Instant
  publishedBy: string | null
  changes: number
}

/** Every edition of a program, the latest first. Its ids grow with its numbers. */
export async function listEditions(
  by: Account,
  program: Program,
  place: Place
): Promise<Slice<ListedEdition>> {
  await permit(by, 'program.keep', program)
  const backward = isBackward(place)
  const query = db
    .from('quick_references as editions')
    .leftJoin('accounts', 'accounts.id', 'editions.published_by')
    .where('editions.program_id', program.id)
    .whereNotNull('editions.published_at')
  const key = place.after ?? place.before
  if (key) query.where('editions.id', backward ? '>' : '<', key)
  const rows = await query
    .orderBy('editions.id', backward ? 'asc' : 'desc')
    .limit(pageSize + 1)
    .select('editions.id', 'editions.number', 'editions.published_at', 'accounts.full_name')
  const page = slice(rows, place, ({ id }) => id)
  const counts = await changesOf(page.rows.map(({ id }) => id))
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      number: row.number,
      publishedAt: Number(row.published_at),
      publishedBy: row.full_name,
      changes: counts.get(row.id) ?? 0,
    })),
  }
}

async function changesOf(ids: string[]) {
  const rows = await db
    .from('quick_reference_changes')
    .whereIn('quick_reference_id', ids)
    .groupBy('quick_reference_id')
    .select('quick_reference_id')
    .count('* as changes')
  return new Map<string, number>(rows.map((row) => [row.quick_reference_id, Number(row.changes)]))
}

/** One published edition of a program, what it said, and what it said otherwise than the one before, and whose work that was. */
export async function editionOf(by: Account, program: Program, id: string) {
  await permit(by, 'program.keep', program)
  const edition = await QuickReference.query()
    .where({ id, programId: program.id })
    .whereNotNull('publishedAt')
    .preload('publisher')
    .firstOrFail()
  const before = await QuickReference.query()
    .where('programId', program.id)
    .where('number', '<', edition.number)
    .orderBy('number', 'desc')
    .first()
  const authors = await authorsOf(edition)
  const differences = differencesOf(before?.entries ?? [], edition.entries)
  return {
    edition,
    before,
    differences: differences.map((difference): Difference & { by: string } => ({
      ...difference,
      by: [...(authors.get(difference.id) ?? [])].join(', '),
    })),
  }
}

/** Who worked on each entry of an edition. */
async function authorsOf(edition: QuickReference) {
  const changes = await QuickReferenceChange.query()
    .where('quickReferenceId', edition.id)
    .preload('account')
    .orderBy('id')
  const authors = new Map<string, Set<string>>()
  for (const { entryId, account } of changes) {
    if (!authors.has(entryId)) authors.set(entryId, new Set())
    if (account) authors.get(entryId)!.add(account.fullName)
  }
  return authors
}
