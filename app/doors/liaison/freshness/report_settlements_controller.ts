import { settlementValidator } from '#app/doors/liaison/freshness/freshness_validator'
import EntryReport from '#app/support/freshness/reports/entry_report'
import { settleReport } from '#app/support/freshness/reports/settling'
import type { HttpContext } from '@adonisjs/core/http'

/** What became of a report. */
export default class ReportSettlementsController {
  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const report = await EntryReport.findFor(liaison, params.program_id, params.report_id)
    const settlement = await request.validateUsing(settlementValidator)
    const isSettled = await settleReport(liaison, report, settlement)
    const told = report.reporter.email ? ` ${report.reporterName} is told by mail.` : ''
    if (isSettled) session.flash('done', `Settled.${told}`)
    else session.flash('notice', 'It was settled already, so nothing was changed.')
    return response.redirect().toRoute('liaison.entry_reports.index', [report.programId])
  }
}
