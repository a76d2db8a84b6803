import { changePassword } from '#app/accounts/passwords/password_change'
import { rulesOf } from '#app/accounts/passwords/password_policy'
import { decide } from '#app/audit/decide'
import { endBrowserSession } from '#app/doors/http/access/let_in'
import { passwordChangeValidator } from '#app/doors/public/password_validator'
import type { HttpContext } from '@adonisjs/core/http'

/** One screen for the forced change and for the chosen one (seed: service guide). */
export default class PasswordsController {
  async edit({ auth, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const decision = await decide(account, 'password.change', account)
    const isForced = account.mustChangePassword
    const rules = rulesOf(account.organization)
    return view.render('pages/public/passwords/edit', { decision, isForced, rules })
  }

  async update(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const typed = await request.validateUsing(passwordChangeValidator)
    const problems = await changePassword(auth.getUserOrFail(), typed)
    if (problems) {
      session.flash('inputErrorsBag', problems)
      return response.redirect().toRoute('password.edit')
    }
    await endBrowserSession(ctx)
    session.flash(
      'done',
      'Your password was changed successfully. Enter your user name and password to sign in.'
    )
    return response.redirect().toRoute('sign_in.create')
  }
}
