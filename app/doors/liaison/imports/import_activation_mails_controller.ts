import AccountImport from '#app/folders/imports/account_import'
import { sendActivations } from '#app/folders/imports/import_activations'
import type { HttpContext } from '@adonisjs/core/http'

/** The links to the first passwords, mailed once more to all of an import who wait. */
export default class ImportActivationMailsController {
  async store({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const wanted = await AccountImport.findFor(account, params.import_id)
    const sent = await sendActivations(account, wanted)
    if ('refused' in sent) session.flash('problem', sent.refused)
    else {
      const mails = sent.count === 1 ? '1 activation mail is' : `${sent.count} activation mails are`
      session.flash('done', `${mails} on the way.`)
    }
    return response.redirect().toRoute('liaison.imports.show', { import_id: wanted.id })
  }
}
