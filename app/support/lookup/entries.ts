import { digitsIn, wordsIn } from '#app/support/lookup/plain_words'
import { nameKey } from '#app/shared/names'
import type { Trx } from '#app/shared/transaction'

/** What the database keeps in step by itself (migration 0211), and what a published quick reference brings. */
export const kinds = [
  'organization',
  'program',
  'person',
  'contact',
  'desk',
  'environment',
  'folder',
  'resource',
] as const
export type Kind = (typeof kinds)[number]
export type PublishedKind = Exclude<Kind, 'organization' | 'person' | 'folder'>

/** One thing in a published quick reference that the help desk finds. Only the help desk and the operators search, so it may be for staff. */
export interface PublishedEntry {
  kind: PublishedKind
  /** Tells it from all others of its kind: an id, or the program's id with a word ("…:production"). */
  subjectId: string
  organizationId: string
  title: string
  detail?: string
  /** The part of the quick reference's page where it stands, without the "#". */
  place?: string
  /** By what it alone is meant: a short name, a mail address, a host, an address on the web. */
  names?: string[]
  phones?: string[]
  /** What else it is found by: titles, products, notes. */
  texts?: string[]
}

/** What the search finds of a program from now on; what it found before is forgotten. */
export async function replaceEntries(programId: string, entries: PublishedEntry[], trx: Trx) {
  await removeEntries(programId, trx)
  const rows = entries.map((entry) => ({ ...rowOf(entry), program_id: programId }))
  for (let from = 0; from < rows.length; from += 50) {
    await trx
      .insertQuery()
      .table('lookup_entries')
      .multiInsert(rows.slice(from, from + 50))
  }
}

/** Nothing of a program is found any more. */
export const removeEntries = (programId: string, trx: Trx) =>
  trx.from('lookup_entries').where('program_id', programId).delete()

function rowOf({
  title,
  detail = '',
  names = [],
  phones = [],
  texts = [],
  ...rest
}: PublishedEntry) {
  const named = names.flatMap((name) => [name, hostIn(name)]).filter((name) => name !== undefined)
  const words = wordsIn([title, ...named, ...texts].join(' '))
  return {
    kind: rest.kind,
    subject_id: rest.subjectId,
    organization_id: rest.organizationId,
    place: rest.place ?? null,
    title,
    detail,
    keys: `|${[...new Set([title, ...named].map(keyOf))].join('|')}|`,
    words: ` ${[...words, ...phones.map(digitsIn).filter(Boolean)].join(' ')} `,
  }
}

const keyOf = (name: string) => nameKey(name).replaceAll('|', ' ').replace(/\s+/g, ' ').trim()

/** The machine that an address on the web names. */
const hostIn = (address: string) =>
  /^[a-z][a-z0-9+.-]*:\/\//i.test(address) && URL.canParse(address)
    ? new URL(address).hostname
    : undefined
