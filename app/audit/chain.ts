import { createHash } from 'node:crypto'

/** What an entry says, in the order in which it is hashed: the columns as they are stored. */
export const said = [
  'id',
  'created_at',
  'event',
  'outcome',
  'actor_id',
  'actor_name',
  'organization_id',
  'subject_type',
  'subject_id',
  'subject_name',
  'details',
  'address',
  'request_id',
] as const

/** An entry as the database keeps it. */
export type StoredEntry = Record<(typeof said)[number], string | number | null>
export type SealedEntry = StoredEntry & { position: number; hash: string }

/**
 * The hash of an entry at its place after another one. The canonical form is a JSON list of fixed order, so that
 * neither fields nor their borders can be moved; its first item is the version of this form.
 */
export function hashOf(entry: StoredEntry, position: number, previousHash: string) {
  const form = [1, position, previousHash, ...said.map((name) => entry[name])]
  return createHash('sha256').update(JSON.stringify(form)).digest('hex')
}
