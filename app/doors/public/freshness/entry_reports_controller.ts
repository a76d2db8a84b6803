import { tooOften } from '#app/accounts/signing_in/throttle'
import { readerOf } from '#app/doors/http/access/reader_of'
import { mend } from '#app/doors/http/forms/mend'
import { originOf } from '#app/doors/http/serving/origin_of'
import { entryNamed, entryReportValidator } from '#app/doors/public/freshness/freshness_validator'
import { linesOf } from '#app/support/records/lines'
import { reportable, reportEntry } from '#app/support/freshness/reports/reporting'
import { nameOf } from '#app/support/records/entry'
import type { HttpContext } from '@adonisjs/core/http'

/** Whoever reads a quick reference says that something in it is wrong. */
export default class EntryReportsController {
  async create(ctx: HttpContext) {
    const reader = await readerOf(ctx)
    const named = entryNamed(ctx.request.qs().entry)
    const { program, organization, entry, entries } = await reportable(
      reader,
      ctx.params.program_id,
      named
    )
    return ctx.view.render('pages/public/entry_reports/create', {
      ...{ program, organization, entry, reader },
      name: entry && nameOf(entry),
      lines: entry ? linesOf(entry, entries) : [],
    })
  }

  async store(ctx: HttpContext) {
    const { params, request, response, session, view } = ctx
    const reader = await readerOf(ctx)
    const { entry: entryId, ...remark } = await request.validateUsing(entryReportValidator)
    const about = await reportable(reader, params.program_id, entryId)
    const answer = await reportEntry(reader, about, remark, originOf(request))
    const { program, organization } = about
    if (answer === 'reported') {
      const isAnswered = Boolean(reader ? reader.email : remark.email)
      return view.render('pages/public/entry_reports/done', { program, organization, isAnswered })
    }
    mend({ request, session }, {})
    session.flash('problem', tooOften(answer.closedUntil))
    return response
      .redirect()
      .withQs(entryId ? { entry: entryId } : {})
      .toRoute('quick_references.reports.create', [program.id])
  }
}
