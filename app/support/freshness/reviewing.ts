import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { dayOf, now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import Verification from '#app/support/freshness/verification'
import Program from '#app/support/records/program'
import service from '#config/service'

/** What became of it: nothing is said of what nobody is told, nor of a draft that says something else. */
export type Reviewed = 'reviewed' | 'already' | 'unpublished' | 'draft'

/** A liaison says that everything in the published record is right. Once a day is enough. */
export function reviewRecord(by: Account, program: Program, outer?: Trx) {
  return inTransaction(async (trx): Promise<Reviewed> => {
    await permit(by, 'quick_reference.verify', program, trx)
    const held = await Program.query({ client: trx }).where('id', program.id).forUpdate().first()
    const published = await program.published(trx)
    if (!published || held!.isRetired) return 'unpublished'
    if (await program.draft(trx)) return 'draft'
    const last = await Verification.reviewOf(program.id, trx)
    if (last?.quickReferenceId === published.id && isToday(last)) return 'already'

    const verification = { programId: program.id, quickReferenceId: published.id }
    await Verification.create(
      { ...verification, verifiedAt: now(), accountId: by.id, via: 'console' },
      { client: trx }
    )
    const details = { entry: 'all of it' }
    await record('quick_reference.verified', { actor: by, subject: program, details }, trx)
    return 'reviewed'
  }, outer)
}

const isToday = ({ verifiedAt }: Verification) =>
  dayOf(verifiedAt, service.timeZone) === dayOf(now(), service.timeZone)
