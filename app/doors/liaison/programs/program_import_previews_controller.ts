import { importPreview } from '#app/doors/liaison/programs/import_preview'
import { tableValidator } from '#app/doors/liaison/programs/program_validator'
import type { HttpContext } from '@adonisjs/core/http'

/** A pasted table, looked at. It changes nothing; it is a form only because the text is long. */
export default class ProgramImportPreviewsController {
  async store(ctx: HttpContext) {
    const { table } = await ctx.request.validateUsing(tableValidator)
    return importPreview(ctx, table)
  }
}
