import { keepSeed } from '#app/doors/liaison/imports/password_seed'
import { firstAccessValidator } from '#app/doors/liaison/imports/import_validator'
import { newSeed } from '#app/accounts/passwords/first_password'
import AccountImport from '#app/folders/imports/account_import'
import { applyByMail } from '#app/folders/imports/import_applying'
import { applyWithPasswords, waitFor } from '#app/folders/imports/import_passwords'
import { second } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

const said = {
  applied: ['done', 'Everybody was imported.'],
  begun: ['notice', 'The first passwords are being made.'],
  changed: [
    'problem',
    'Something has changed since the preview, so nobody was imported. See below.',
  ],
  gone: ['notice', 'This import was applied already, or is not there any more.'],
} as const

/** Applies a preview: exactly what it showed, or nothing. */
export default class ImportApplicationsController {
  async store(ctx: HttpContext) {
    const { auth, params, request, response, session } = ctx
    const account = auth.getUserOrFail()
    const wanted = await AccountImport.findFor(account, params.import_id)
    const { first } = await request.validateUsing(firstAccessValidator)
    const outcome: keyof typeof said = await (first === 'mailed_link'
      ? applyByMail(account, wanted)
      : this.#withPasswords(ctx, wanted))
    const [kind, sentence] = said[outcome]
    session.flash(kind, sentence)
    return response.redirect().toRoute('liaison.imports.show', { import_id: wanted.id })
  }

  /** Few people are done while the browser waits. */
  async #withPasswords(ctx: HttpContext, wanted: AccountImport): Promise<keyof typeof said> {
    const account = ctx.auth.getUserOrFail()
    const seed = newSeed()
    const outcome = await applyWithPasswords(account, wanted, seed)
    if (outcome !== 'begun') return outcome
    keepSeed(ctx, wanted, seed)
    await waitFor(wanted, 3 * second)
    const { status } = await AccountImport.findOrFail(wanted.id)
    if (status === 'applied') return status
    return status === 'preparing' ? 'begun' : 'changed'
  }
}
