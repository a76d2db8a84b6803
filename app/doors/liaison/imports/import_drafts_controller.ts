import { importTextValidator } from '#app/doors/liaison/imports/import_validator'
import AccountImport from '#app/folders/imports/account_import'
import type { HttpContext } from '@adonisjs/core/http'

const gone = 'This import is no preview any more, so nothing was changed.'

/** The text behind a preview: mended and previewed again, or thrown away. */
export default class ImportDraftsController {
  async edit({ auth, params, response, session, view }: HttpContext) {
    const wanted = await AccountImport.findFor(auth.getUserOrFail(), params.import_id)
    if (wanted.status === 'previewed') {
      return view.render('pages/liaison/imports/edit', { wanted })
    }
    session.flash('notice', gone)
    return response.redirect().toRoute('liaison.imports.show', { import_id: wanted.id })
  }

  async update({ auth, params, request, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const wanted = await AccountImport.findFor(account, params.import_id)
    const { text } = await request.validateUsing(importTextValidator)
    const table = { text, name: wanted.sourceName, encoding: wanted.encoding }
    const kept = await AccountImport.preview(account, table, wanted)
    if (kept && 'faults' in kept) {
      session.flash({ text, inputErrorsBag: { text: kept.faults } })
      return response.redirect().toRoute('liaison.imports.edit', { import_id: wanted.id })
    }
    if (!kept) session.flash('notice', gone)
    return response.redirect().toRoute('liaison.imports.show', { import_id: wanted.id })
  }

  async destroy({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const wanted = await AccountImport.findFor(account, params.import_id)
    const isGone = await wanted.discard(account)
    session.flash(isGone ? 'done' : 'notice', isGone ? 'Discarded the preview.' : gone)
    return response.redirect().toRoute('liaison.imports.index')
  }
}
