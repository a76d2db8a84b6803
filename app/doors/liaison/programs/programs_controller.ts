import { permit } from '#app/audit/decide'
import { mend } from '#app/doors/http/forms/mend'
import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { programValidator } from '#app/doors/liaison/programs/program_validator'
import { audienceWords } from '#app/support/audience_words'
import { findingPath } from '#app/support/freshness/finding_link'
import { freshnessOf } from '#app/support/freshness/freshness'
import { marksOf } from '#app/support/freshness/program_marks'
import { copyProgram } from '#app/support/records/copying'
import { editorOf } from '#app/support/records/editor'
import Program from '#app/support/records/program'
import { createProgram } from '#app/support/records/program_keeping'
import { listPrograms } from '#app/support/records/program_list'
import type { HttpContext } from '@adonisjs/core/http'

/** The programs of an agency, each with its quick reference. */
export default class ProgramsController {
  async index({ auth, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const programs = await listPrograms(liaison)
    const marks = await marksOf(liaison)
    return view.render('pages/liaison/programs/index', { programs, marks })
  }

  async create({ auth, request, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    await permit(liaison, 'program.create', liaison.organization)
    const programs = await listPrograms(liaison)
    const from = programs.find(({ id }) => id === request.qs().from)?.id ?? ''
    return view.render('pages/liaison/programs/create', { programs, from })
  }

  async store(ctx: HttpContext) {
    const liaison = ctx.auth.getUserOrFail()
    const { name = '', from } = await ctx.request.validateUsing(programValidator)
    const program = from
      ? await copyProgram(liaison, await Program.findFor(liaison, from), name)
      : await createProgram(liaison, name)
    if ('problems' in program) {
      mend(ctx, program.problems)
      return ctx.response.redirect().toRoute('liaison.programs.create')
    }
    const said = `Began the quick reference of ${program.name}. Nobody sees it before you publish it.`
    ctx.session.flash('done', said)
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }

  async show(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const editor = await editorOf(liaison, program)
    const freshness = await freshnessOf(liaison, program)
    const words = { audienceWords, findingPath }
    return ctx.view.render('pages/liaison/programs/show', {
      program,
      freshness,
      ...words,
      ...editor,
    })
  }
}
