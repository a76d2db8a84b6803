import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { publish } from '#app/support/records/publishing'
import type { HttpContext } from '@adonisjs/core/http'

/** The draft becomes what everybody is told. */
export default class PublicationsController {
  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const isDone = await publish(liaison, program)
    const said = program.isRetired
      ? 'Published, but nobody is shown it while the program is retired.'
      : 'Published. Each field is shown to whom it is for.'
    ctx.session.flash(isDone ? 'done' : 'notice', isDone ? said : 'It was published already.')
    return ctx.response.redirect().toRoute('liaison.programs.show', { id: program.id })
  }
}
