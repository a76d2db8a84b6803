import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { retireProgram } from '#app/support/records/program_keeping'
import type { HttpContext } from '@adonisjs/core/http'

/** A program that is no more: nobody is shown its quick reference. */
export default class RetirementsController {
  async create(ctx: HttpContext) {
    const { program } = await keptProgram(ctx)
    return ctx.view.render('pages/liaison/retirements/create', { program })
  }

  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const isDone = await retireProgram(liaison, program)
    const said = `Retired ${program.name}. Nobody is shown its quick reference any more.`
    ctx.session.flash(isDone ? 'done' : 'notice', isDone ? said : 'It was retired already.')
    return ctx.response.redirect().toRoute('liaison.programs.index')
  }
}
