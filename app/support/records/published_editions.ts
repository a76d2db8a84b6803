import type { Instant } from '#app/shared/clock'
import { nameKey } from '#app/shared/names'
import type { Audience } from '#app/support/audience'
import { shownTo, type Entry } from '#app/support/records/entry'
import { linesOf } from '#app/support/records/lines'
import db from '@adonisjs/lucid/services/db'

/** What is said at present of one program, without what it says. */
export interface PublishedEdition {
  id: string
  name: string
  agency: { id: string; name: string; shortName: string }
  publishedAt: Instant
  editionId: string
  /** Its program and agency as words are looked for in them. */
  key: string
}

/** The edition in force of every program that is shown to anybody, by agency and name. */
export async function publishedEditions(): Promise<PublishedEdition[]> {
  const rows = await db
    .from('quick_references as editions')
    .join('programs', 'programs.id', 'editions.program_id')
    .join('organizations', 'organizations.id', 'programs.organization_id')
    .whereNotNull('editions.published_at')
    .whereNull('programs.retired_at')
    .whereNull('organizations.suspended_at')
    .whereNotExists((later) =>
      later
        .from('quick_references as later')
        .whereColumn('later.program_id', 'editions.program_id')
        .whereColumn('later.number', '>', 'editions.number')
        .whereNotNull('later.published_at')
    )
    .orderBy('organizations.name_key')
    .orderBy('programs.name_key')
    .orderBy('programs.id')
    .select('programs.id', 'programs.name', 'editions.id as edition_id', 'editions.published_at')
    .select('organizations.id as agency_id', 'organizations.name as agency', 'short_name')
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    agency: { id: row.agency_id, name: row.agency, shortName: row.short_name },
    publishedAt: Number(row.published_at),
    editionId: row.edition_id,
    key: nameKey([row.name, row.agency, row.short_name].join('\n')),
  }))
}

/** What is published never changes, so it is read and sorted out once for each audience. */
const known = new Map<string, string>()
const atMost = 20_000

/** What an edition says to an audience, as words are looked for in it; '' if nothing of it is for them. */
export async function wordsOf({ editionId }: PublishedEdition, audience: Audience) {
  const key = `${audience} ${editionId}`
  const last = known.get(key)
  if (last !== undefined) return last
  const { entries } = await db.from('quick_references').where('id', editionId).firstOrFail()
  if (known.size >= atMost) known.clear()
  const words = inWords(shownTo(audience, JSON.parse(entries)))
  known.set(key, words)
  return words
}

const inWords = (shown: Entry[]) =>
  shown.flatMap((entry) => linesOf(entry, shown).map(({ text }) => nameKey(text))).join('\n')
