import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { record } from '#app/audit/record'
import { tell } from '#app/messages/tell'
import { now } from '#app/shared/clock'
import { inTransaction, type Trx } from '#app/shared/transaction'
import EntryReport, {
  outcomeWords,
  type Outcome,
} from '#app/support/freshness/reports/entry_report'

/** A liaison says what became of a report; who made it is told, if an address is known. False if it is settled already. */
export function settleReport(
  by: Account,
  report: EntryReport,
  { outcome, answer }: { outcome: Outcome; answer: string | null },
  outer?: Trx
) {
  return inTransaction(async (trx) => {
    await permit(by, 'report.settle', report, trx)
    const [settled] = await EntryReport.query({ client: trx })
      .where('id', report.id)
      .whereNull('settledAt')
      .update({ settledAt: now(), settledBy: by.id, outcome, answer })
    if (Number(settled) !== 1) return false

    const details = { entry: report.entryName, outcome: outcomeWords[outcome], reportId: report.id }
    const subject = report.program
    await record('quick_reference.report_settled', { actor: by, subject, details }, trx)
    const { id, email } = report.reporter
    if (email) await tell({ id, email }, 'report_settled', { reportId: report.id }, trx)
    return true
  }, outer)
}
