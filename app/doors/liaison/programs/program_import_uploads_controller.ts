import { uploadedTable } from '#app/doors/liaison/imports/uploaded_table'
import { importPreview } from '#app/doors/liaison/programs/import_preview'
import { keptProgram } from '#app/doors/liaison/programs/kept_program'
import { mostBytes } from '#app/support/markdown/import'
import type { HttpContext } from '@adonisjs/core/http'

const limit = {
  mostBytes,
  tooLarge: 'The file is larger than 64 KB. A quick reference takes a page.',
  noText: 'This is no text file. Save the table as Markdown or plain text.',
}

/** A table that comes as a file, looked at. */
export default class ProgramImportUploadsController {
  async store(ctx: HttpContext) {
    const { program } = await keptProgram(ctx)
    const uploaded = await uploadedTable(ctx, limit)
    if (!('faults' in uploaded)) return importPreview(ctx, uploaded.text)
    ctx.session.flash('inputErrorsBag', { file: uploaded.faults })
    return ctx.response
      .redirect()
      .status(303)
      .toRoute('liaison.program_imports.create', [program.id])
  }
}
