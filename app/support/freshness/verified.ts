import type { Instant } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import { wordingOf } from '#app/support/freshness/wording'
import type { Entry } from '#app/support/records/entry'
import QuickReference from '#app/support/records/quick_reference'
import db from '@adonisjs/lucid/services/db'

/** When something was said to be right, and by whom. */
export interface Verified {
  at: Instant
  by: string
}

export interface Review extends Verified {
  quickReferenceId: string
}

/** The latest review of each of these programs' whole records. */
export async function latestReviews(programIds: string[], trx?: Trx) {
  const rows = await said(programIds, trx)
    .whereNull('v.entry_id')
    .select('v.program_id', 'v.quick_reference_id')
  return new Map(
    rows.map((row): [string, Review] => [
      row.program_id,
      { ...whoAndWhen(row), quickReferenceId: row.quick_reference_id },
    ])
  )
}

/** A program with what it says at present, in the draft or in what is published. */
export interface Told {
  programId: string
  entries: Entry[]
}

/** By program, then by entry: a copy of a program may have the same entries. */
export type VerifiedByEntry = Map<string, Verified>

/**
 * Who last said of each entry that it is right, and when: the person, whoever wrote it, or whoever reviewed the whole record
 * with these very words in it. Of what was changed since, nobody has said so.
 */
export async function verifiedEntries(told: Told[], trx?: Trx) {
  const ids = told.map(({ programId }) => programId)
  const reviewed = await reviewedEditions(ids, trx)
  const rows = await said(ids, trx)
    .whereNotNull('v.entry_id')
    .select('v.program_id', 'v.entry_id', 'v.wording')
  const own = Map.groupBy(rows, (row) => `${row.program_id} ${row.entry_id} ${row.wording}`)
  return new Map(
    told.map(({ programId, entries }): [string, VerifiedByEntry] => [
      programId,
      new Map(
        entries.flatMap((entry): [string, Verified][] => {
          const wording = wordingOf(entry)
          const row = own.get(`${programId} ${entry.id} ${wording}`)?.at(-1)
          const review = reviewed.get(programId)?.(entry.id, wording)
          const last = later(row && whoAndWhen(row), review)
          return last ? [[entry.id, last]] : []
        })
      ),
    ])
  )
}

/** The same for one program. */
export async function verifiedIn(programId: string, entries: Entry[], trx?: Trx) {
  const verified = await verifiedEntries([{ programId, entries }], trx)
  return verified.get(programId)!
}

const later = (one?: Verified, other?: Verified) =>
  one && other ? (one.at > other.at ? one : other) : (one ?? other)

/** For each program that was reviewed: whether an entry stood in the reviewed edition in these words. */
async function reviewedEditions(ids: string[], trx?: Trx) {
  const reviews = await latestReviews(ids, trx)
  const editions = await QuickReference.query({ client: trx }).whereIn(
    'id',
    [...reviews.values()].map(({ quickReferenceId }) => quickReferenceId)
  )
  return new Map(
    editions.map((edition) => {
      const wordings = new Map(edition.entries.map((entry) => [entry.id, wordingOf(entry)]))
      const { at, by } = reviews.get(edition.programId)!
      const reviewed = (id: string, wording: string): Verified | undefined =>
        wordings.get(id) === wording ? { at, by } : undefined
      return [edition.programId, reviewed]
    })
  )
}

/** In order of time, so that the latest is read last. */
const said = (programIds: string[], trx?: Trx) =>
  (trx ?? db)
    .from('verifications as v')
    .leftJoin('accounts as a', 'a.id', 'v.account_id')
    .whereIn('v.program_id', programIds)
    .orderBy('v.verified_at')
    .orderBy('v.id')
    .select('v.verified_at', 'v.name', 'a.full_name')

const whoAndWhen = (row: any): Verified => ({
  at: Number(row.verified_at),
  by: row.name ?? row.full_name,
})
