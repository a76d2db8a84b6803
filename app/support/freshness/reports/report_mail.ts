import Account from '#app/accounts/account'
import { mail, type Payload } from '#app/messages/mail'
import { now } from '#app/shared/clock'
import type { Trx } from '#app/shared/transaction'
import EntryReport, { outcomeWords } from '#app/support/freshness/reports/entry_report'

interface About extends Payload {
  reportId: string
}

const find = (id: string, trx: Trx) =>
  EntryReport.query({ client: trx })
    .where({ id })
    .preload('account')
    .preload('program', (program) => program.preload('organization'))
    .firstOrFail()

/** Whoever settled it meanwhile has no use for it. */
mail<About & { accountId: string }>('entry_reported', async ({ reportId, accountId }, trx) => {
  const report = await find(reportId, trx)
  const account = await Account.findOrFail(accountId, { client: trx })
  if (!report.isOpen || !account.isActive(now())) return null
  const path = `/liaison/programs/${report.programId}/reports/${report.id}`
  const subject = `${report.program.name}: somebody says that something is wrong`
  return { subject, view: 'mails/support/entry_reported', data: { account, report, path } }
})

/** Anybody may have typed that address: what the report said is not sent there, only what came of it. */
mail<About>('report_settled', async ({ reportId }, trx) => {
  const report = await find(reportId, trx)
  if (!report.outcome) return null
  const data = { report, outcome: outcomeWords[report.outcome] }
  const subject = `What you reported about ${report.program.name}`
  return { subject, view: 'mails/support/report_settled', data }
})
