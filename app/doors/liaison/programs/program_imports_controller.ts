import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { importValidator } from '#app/doors/liaison/programs/program_validator'
import { applyImport } from '#app/support/markdown/import'
import type { HttpContext } from '@adonisjs/core/http'

/** A quick reference that is there already as a Markdown table, into the draft. */
export default class ProgramImportsController {
  async create(ctx: HttpContext) {
    const { program } = await keptProgram(ctx)
    return ctx.view.render('pages/liaison/program_imports/create', { program })
  }

  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const { table, manner } = await ctx.request.validateUsing(importValidator)
    const done = await applyImport(liaison, program, table, manner)
    if (!done) {
      ctx.session.flash({
        table,
        inputErrorsBag: { table: ['Nothing of it could be understood.'] },
      })
      return ctx.response.redirect().toRoute('liaison.program_imports.create', [program.id])
    }
    const many = done.entered === 1 ? '1 entry' : `${done.entered} entries`
    if (done.entered) ctx.session.flash('done', `The draft has ${many} of the table now.`)
    else ctx.session.flash('notice', 'The draft had all of it already, so nothing was changed.')
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }
}
