import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { reportsShown } from '#app/doors/liaison/freshness/freshness_validator'
import EntryReport, { outcomeWords } from '#app/support/freshness/reports/entry_report'
import { listReports } from '#app/support/freshness/reports/report_list'
import Program from '#app/support/records/program'
import type { HttpContext } from '@adonisjs/core/http'

/** What people said is wrong in a quick reference. */
export default class EntryReportsController {
  async index({ auth, params, request, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const program = await Program.findFor(liaison, params.program_id)
    const state = reportsShown(request.qs().state)
    const list = await listReports(liaison, program, { state, place: placeFrom(request.qs()) })
    const pages = pagesOf(list, { state })
    const data = { program, rows: list.rows, shown: state, pages, outcomeWords }
    return view.render('pages/liaison/entry_reports/index', data)
  }

  async show({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const program = await Program.findFor(liaison, params.program_id)
    const report = await EntryReport.findFor(liaison, program.id, params.report_id)
    const editPath =
      report.entryId && `/liaison/programs/${program.id}/entries/${report.entryId}/edit`
    const data = { program, report, editPath, outcomeWords }
    return view.render('pages/liaison/entry_reports/show', data)
  }
}
