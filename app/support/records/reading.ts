import type { Instant } from '#app/shared/clock'
import Organization from '#app/organizations/organization'
import { audienceOf, type Audience, type Reader } from '#app/support/audience'
import { standingsOf } from '#app/support/freshness/staleness'
import { inOrder, shownTo, type Entry } from '#app/support/records/entry'
import Program from '#app/support/records/program'
import QuickReference from '#app/support/records/quick_reference'
import { errors } from '@adonisjs/lucid'
import db from '@adonisjs/lucid/services/db'

/** A program's record as one reader may know it. */
export interface ShownRecord {
  program: Program
  organization: Organization
  audience: Audience
  edition: QuickReference
  entries: Entry[]
}

/** The same with when a liaison last said that all of it is right; null as long as nobody did. */
export interface ReadRecord extends ShownRecord {
  reviewedAt: Instant | null
}

/**
 * The published record of a program, without what is not for this reader. Throws E_ROW_NOT_FOUND for a program that is
 * retired, was never published, or of which nothing is for the reader: the three answer alike (security rule 3).
 */
export async function recordFor(reader: Reader, programId: string): Promise<ReadRecord> {
  const program = await Program.query().where('id', programId).whereNull('retiredAt').first()
  const edition = await program?.published()
  const shown = program && edition && (await asShown(reader, program, edition))
  if (!shown) throw new errors.E_ROW_NOT_FOUND()
  const standings = await standingsOf([programId])
  return { ...shown, reviewedAt: standings.get(programId)?.reviewedAt ?? null }
}

/** Every program of which something is for this reader, by agency and name. An agency has some dozens at most. */
export async function recordsFor(reader: Reader, organizationId?: string) {
  const programs = await Program.query()
    .apply((scopes) => scopes.present())
    .if(organizationId, (query) => query.where({ organizationId: organizationId! }))
    .preload('organization')
  const latest = await latestEditions(programs.map(({ id }) => id))
  const records: ShownRecord[] = []
  for (const program of programs) {
    const edition = latest.get(program.id)
    const shown = edition && (await asShown(reader, program, edition))
    if (shown) records.push(shown)
  }
  return records.sort((one, other) =>
    one.organization.nameKey.localeCompare(other.organization.nameKey)
  )
}

async function asShown(reader: Reader, program: Program, edition: QuickReference) {
  const organization =
    program.organization ?? (await Organization.findOrFail(program.organizationId))
  if (organization.isSuspended) return undefined
  const audience = audienceOf(reader, organization.id)
  const entries = inOrder(shownTo(audience, edition.entries))
  return entries.length ? { program, organization, audience, edition, entries } : undefined
}

export async function latestEditions(programIds: string[]) {
  const editions = await QuickReference.query()
    .whereIn('programId', programIds)
    .whereIn(
      ['program_id', 'number'],
      db
        .from('quick_references')
        .select('program_id')
        .max('number as number')
        .whereNotNull('published_at')
        .groupBy('program_id')
    )
  return new Map(editions.map((edition) => [edition.programId, edition]))
}
