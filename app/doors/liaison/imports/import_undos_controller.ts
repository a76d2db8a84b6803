import { importUndoValidator } from '#app/doors/liaison/imports/import_validator'
import AccountImport from '#app/folders/imports/account_import'
import { undoImport, type Undoing } from '#app/folders/imports/import_undo'
import { usesOf } from '#app/folders/imports/import_use'
import { now } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

/** Taking a whole import back, after a look at who has used the account meanwhile. */
export default class ImportUndosController {
  async create({ auth, params, response, session, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const wanted = await AccountImport.findFor(account, params.import_id)
    if (!wanted.isUndoable(now())) {
      session.flash('notice', 'This import cannot be undone any more.')
      return response.redirect().toRoute('liaison.imports.show', { import_id: wanted.id })
    }
    const uses = await usesOf(account, wanted)
    const used = uses.filter(({ reasons }) => reasons.length)
    const unused = uses.length - used.length
    return view.render('pages/liaison/imports/undo', { wanted, used, unused })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const wanted = await AccountImport.findFor(account, params.import_id)
    const { accounts = [] } = await request.validateUsing(importUndoValidator)
    const undoing = await undoImport(account, wanted, accounts)
    if (undoing) session.flash('done', inWords(undoing))
    else session.flash('notice', 'This import was undone already, or is older than 7 days.')
    return response.redirect().toRoute('liaison.imports.show', { import_id: wanted.id })
  }
}

const people = (count: number) => `${count} ${count === 1 ? 'account' : 'accounts'}`

const inWords = ({ retired, deactivated, kept }: Undoing) =>
  [
    `Took back ${people(retired)}; the user names are free again.`,
    ...(deactivated ? [`Deactivated ${people(deactivated)} that had been used.`] : []),
    ...(kept ? [`Kept ${people(kept)} that had been used.`] : []),
  ].join(' ')
