import { importPreview } from '#app/doors/liaison/programs/import_preview'
import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { tableValidator } from '#app/doors/liaison/programs/program_validator'
import type { HttpContext } from '@adonisjs/core/http'

/** A pasted table, looked at. It changes nothing; it is a form only because the text is long. */
export default class ProgramImportPreviewsController {
  async store(ctx: HttpContext) {
    await keptProgram(ctx)
    const { table } = await ctx.request.validateUsing(tableValidator)
    return importPreview(ctx, table)
  }
}
