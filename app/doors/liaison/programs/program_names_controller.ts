import { mend } from '#app/doors/http/forms/mend'
import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { programValidator } from '#app/doors/liaison/programs/program_validator'
import { renameProgram } from '#app/support/records/program_keeping'
import type { HttpContext } from '@adonisjs/core/http'

/** What a program is called. */
export default class ProgramNamesController {
  async edit(ctx: HttpContext) {
    const { program } = await keptProgram(ctx)
    return ctx.view.render('pages/liaison/program_names/edit', { program })
  }

  async update(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const { name = '' } = await ctx.request.validateUsing(programValidator)
    const renamed = await renameProgram(liaison, program, name)
    if (renamed && 'problems' in renamed) {
      mend(ctx, renamed.problems)
      return ctx.response.redirect().toRoute('liaison.program_names.edit', [program.id])
    }
    if (renamed) ctx.session.flash('done', `It is called ${renamed.name} from now on.`)
    else ctx.session.flash('notice', 'It is called so already.')
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }
}
