import { uploadedTable } from '#app/doors/liaison/imports/uploaded_table'
import AccountImport from '#app/folders/imports/account_import'
import { permit } from '#app/audit/decide'
import type { HttpContext } from '@adonisjs/core/http'

/** A table that comes as a file. */
export default class ImportUploadsController {
  async store(ctx: HttpContext) {
    const { auth, response, session } = ctx
    const account = auth.getUserOrFail()
    await permit(account, 'account.import', account.organization)
    const table = await uploadedTable(ctx)
    const kept = 'faults' in table ? table : await AccountImport.preview(account, table)
    if (kept && 'faults' in kept) {
      session.flash('inputErrorsBag', { file: kept.faults })
      return response.redirect().status(303).toRoute('liaison.imports.create')
    }
    const { id } = kept!
    return response.redirect().status(303).toRoute('liaison.imports.show', { import_id: id })
  }
}
