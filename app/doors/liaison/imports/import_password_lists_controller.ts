import { oneBatch, sendCsv } from '#app/doors/http/answers/send_csv'
import { paperValidator } from '#app/doors/liaison/imports/import_validator'
import { seedOf } from '#app/doors/liaison/imports/password_seed'
import AccountImport from '#app/folders/imports/account_import'
import { takePasswords } from '#app/folders/imports/import_passwords'
import type { HttpContext } from '@adonisjs/core/http'

/** The first passwords of an import, shown once. It takes a form, for looking at an address uses nothing up. */
export default class ImportPasswordListsController {
  async store(ctx: HttpContext) {
    const { auth, params, request, response, session, view } = ctx
    const account = auth.getUserOrFail()
    const wanted = await AccountImport.findFor(account, params.import_id)
    const { paper } = await request.validateUsing(paperValidator)
    const seed = seedOf(ctx, wanted)
    const people = seed && (await takePasswords(account, wanted, seed, paper as 'page' | 'csv'))
    if (!people) {
      session.flash('notice', 'These first passwords were shown already and cannot be shown again.')
      return response.redirect().toRoute('liaison.imports.show', { import_id: wanted.id })
    }
    if (paper === 'page') return view.render('pages/liaison/imports/passwords', { wanted, people })
    const rows = people.map(({ username, fullName, password }) => [username, fullName, password])
    const headings = ['User name', 'Full name', 'First password']
    return sendCsv(ctx, 'first-passwords', headings, oneBatch(rows))
  }
}
