import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { importPage } from '#app/doors/liaison/imports/import_page'
import { importTextValidator } from '#app/doors/liaison/imports/import_validator'
import AccountImport from '#app/folders/imports/account_import'
import { columns, descriptions } from '#app/folders/imports/import_columns'
import { listImports } from '#app/folders/imports/import_list'
import type { HttpContext } from '@adonisjs/core/http'

/** Many accounts from one table, from its preview to what became of it. */
export default class ImportsController {
  async index({ auth, request, view }: HttpContext) {
    const list = await listImports(auth.getUserOrFail(), placeFrom(request.qs()))
    return view.render('pages/liaison/imports/index', { imports: list.rows, pages: pagesOf(list) })
  }

  create({ view }: HttpContext) {
    const described = columns.map((name) => descriptions[name])
    return view.render('pages/liaison/imports/create', { described })
  }

  async store({ auth, request, response, session }: HttpContext) {
    const { text } = await request.validateUsing(importTextValidator)
    const table = { text, name: 'Pasted table', encoding: 'utf-8' }
    const kept = await AccountImport.preview(auth.getUserOrFail(), table)
    if (kept && 'faults' in kept) {
      session.flash({ text, inputErrorsBag: { text: kept.faults } })
      return response.redirect().toRoute('liaison.imports.create')
    }
    return response.redirect().toRoute('liaison.imports.show', { import_id: kept!.id })
  }

  async show(ctx: HttpContext) {
    const wanted = await AccountImport.findFor(ctx.auth.getUserOrFail(), ctx.params.import_id)
    return importPage(ctx, wanted)
  }
}
