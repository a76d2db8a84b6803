import { ownPerson } from '#app/accounts/keeping/own_people'
import { voidPassword } from '#app/accounts/passwords/password_voiding'
import { permit } from '#app/audit/decide'
import { passwordVoidingValidator } from '#app/doors/liaison/accounts/account_validator'
import { carryFirstPassword } from '#app/doors/liaison/accounts/first_password'
import type { HttpContext } from '@adonisjs/core/http'

/** Somebody's password becomes void, and a link or a first password takes its place. */
export default class PasswordResetsController {
  async create({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    await permit(liaison, 'account.reset_password', account)
    return view.render('pages/liaison/password_resets/create', { account })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    const { first, seen } = await request.validateUsing(passwordVoidingValidator)
    const reset = await voidPassword(liaison, account, { first, seen: seen ?? null })
    if ('refused' in reset) {
      session.flash('problem', reset.refused)
      return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
    }
    session.flash('done', `Reset the password of ${account.actorName}.`)
    if (reset.firstPassword) {
      carryFirstPassword(session, account, reset.firstPassword)
      return response.redirect().toRoute('liaison.welcome_sheets.show', { account_id: account.id })
    }
    session.flash('notice', `A mail with a link is on its way to ${account.email}.`)
    return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
  }
}
