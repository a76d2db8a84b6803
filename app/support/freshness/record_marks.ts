import { now, type Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import { findingsOf, weightOf } from '#app/support/freshness/checks'
import { contextsFor, type Checked } from '#app/support/freshness/context'
import { recordPublished } from '#app/support/records/publishing'
import { latestEditions } from '#app/support/records/reading'
import Program from '#app/support/records/program'

const atOnce = 100

/**
 * How bad each published record is, counted anew: what is wrong changes with the days and with the accounts, also where
 * nobody writes. Only the order of the operators' list stands on it.
 */
export async function countMarks(asOf: Instant, signal?: AbortSignal) {
  const programs = await Program.query().whereNull('retiredAt').orderBy('id')
  const ids = programs.map(({ id }) => id)
  let counted = 0
  for (let from = 0; from < ids.length && !signal?.aborted; from += atOnce) {
    const records = await publishedRecords(ids.slice(from, from + atOnce))
    await inTransaction((trx) => keep(records, asOf, trx))
    counted += records.length
  }
  return { counted }
}

/** What is published of these programs, as the checks take it. */
export async function publishedRecords(programIds: string[]): Promise<Checked[]> {
  const programs = await Program.query().whereIn('id', programIds)
  const editions = await latestEditions(programIds)
  return programs.flatMap(({ id, organizationId }) => {
    const edition = editions.get(id)
    return edition ? [{ programId: id, organizationId, entries: edition.entries }] : []
  })
}

recordPublished.hear('record_marks', ({ program, edition }, trx) => {
  const { id, organizationId } = program
  return keep([{ programId: id, organizationId, entries: edition.entries }], now(), trx)
})

async function keep(records: Checked[], asOf: Instant, trx: Trx) {
  const contexts = await contextsFor(records, asOf, trx)
  for (const { programId, entries } of records) {
    const weight = weightOf(findingsOf(entries, contexts.get(programId)!))
    await trx
      .knexQuery()
      .table('record_marks')
      .insert({ program_id: programId, weight, counted_at: asOf })
      .onConflict('program_id')
      .merge()
  }
}
