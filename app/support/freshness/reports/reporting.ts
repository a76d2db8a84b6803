import { speakersFor } from '#app/accounts/liaisons/liaison_list'
import { networkOf } from '#app/accounts/signing_in/network'
import Throttle, { brakes } from '#app/accounts/signing_in/throttle'
import { aVisitor, type Actor, type Origin } from '#app/audit/actor'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import type { Instant } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import type { Reader } from '#app/support/audience'
import { labeled } from '#app/support/freshness/entry_words'
import EntryReport from '#app/support/freshness/reports/entry_report'
import { nameOf, type Entry } from '#app/support/records/entry'
import type Program from '#app/support/records/program'
import { recordFor } from '#app/support/records/reading'
import { errors } from '@adonisjs/lucid'

/** What somebody says is wrong; who has not signed in may leave a name and an address for the answer. */
export interface Remark {
  what: string
  name?: string | null
  email?: string | null
}

/** What a report is about: an entry that this reader sees, or the whole record. Throws E_ROW_NOT_FOUND for anything else. */
export async function reportable(reader: Reader, programId: string, entryId?: string) {
  const { program, organization, entries } = await recordFor(reader, programId)
  const entry = entryId ? entries.find(({ id }) => id === entryId) : undefined
  if (entryId && !entry) throw new errors.E_ROW_NOT_FOUND()
  return { program, organization, entry, entries }
}

/** Anybody who reads a quick reference says that something in it is wrong. */
export async function reportEntry(
  reader: Reader,
  about: { program: Program; entry?: Entry },
  remark: Remark,
  origin: Origin
): Promise<'reported' | { closedUntil: Instant }> {
  const key = reader ? `account:${reader.id}` : `network:${networkOf(origin.address)}`
  const closedUntil = await inTransaction(
    async (trx) =>
      (await Throttle.take(`report:${key}`, brakes.requests, trx)) ??
      (await Throttle.take(`report:program:${about.program.id}`, brakes.agency, trx))
  )
  if (closedUntil) return { closedUntil }
  const own = reader ? {} : { name: remark.name, email: remark.email }
  const report = { ...about, what: remark.what, ...own }
  await inTransaction((trx) =>
    fileReport({ ...report, actor: reader ?? aVisitor(origin), accountId: reader?.id }, trx)
  )
  return 'reported'
}

interface NewReport extends Remark {
  actor: Actor
  accountId?: string | null
  program: Program
  /** As the reporter saw it: nothing else of it is ever told back. */
  entry?: Entry
}

type Said = Pick<EntryReport, 'programId' | 'entryId' | 'what'> &
  Partial<Pick<EntryReport, 'accountId' | 'name' | 'email'>>

/** Stores the report, and tells the liaisons who want to hear at once; the others find it in their morning mail. */
export async function fileReport(
  { actor, accountId, program, entry, what, name, email }: NewReport,
  trx: Trx
) {
  const { id: programId, organizationId } = program
  const about = {
    entryId: entry?.id ?? null,
    entryName: entry ? nameOf(entry) : 'The whole record',
  }
  const said = { programId, ...about, what, accountId, name, email }
  if (await isWaiting(said, trx)) return
  const report = await EntryReport.create({ organizationId, ...said }, { client: trx })
  const details = { entry: entry ? labeled(entry) : 'all of it', reportId: report.id }
  await record('quick_reference.reported', { actor, subject: program, details }, trx)
  for (const speaker of await speakersFor(organizationId, trx)) {
    if (speaker.requestNotices !== 'at_once' || speaker.id === actor.id) continue
    await tell(speaker, 'entry_reported', { reportId: report.id, accountId: speaker.id }, trx)
  }
}

/** Whoever sends the form twice reports once. */
async function isWaiting({ programId, entryId, what, ...by }: Said, trx: Trx) {
  const same = EntryReport.query({ client: trx }).whereNull('settledAt').where({ programId, what })
  for (const [column, value] of Object.entries({ entryId, ...by })) {
    if (value) same.where(column, value)
    else same.whereNull(column)
  }
  return (await same.first()) !== null
}
