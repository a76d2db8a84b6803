import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { resumeProgram } from '#app/support/records/program_keeping'
import type { HttpContext } from '@adonisjs/core/http'

/** A retired program goes on: what was published last is shown again. */
export default class ResumptionsController {
  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const isDone = await resumeProgram(liaison, program)
    const said = `Resumed ${program.name}.`
    ctx.session.flash(isDone ? 'done' : 'notice', isDone ? said : 'It was not retired.')
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }
}
