import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { moveValidator } from '#app/doors/liaison/programs/program_validator'
import { moveEntry } from '#app/support/records/editing'
import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'

/** One place up or down. The page opens again where the entry stands, for often it takes several. */
export default class EntryMovesController {
  async store(ctx: HttpContext) {
    const { liaison, program } = await keptProgram(ctx)
    const { way } = await ctx.request.validateUsing(moveValidator)
    const id = ctx.params.entry_id
    const isMoved = await moveEntry(liaison, program, id, way)
    ctx.session.flash('notice', isMoved ? `Moved one place ${way}.` : 'It stands there already.')
    const page = router.makeUrl('liaison.programs.show', { id: program.id })
    return ctx.response.redirect().toPath(`${page}#entry-${id}`)
  }
}
