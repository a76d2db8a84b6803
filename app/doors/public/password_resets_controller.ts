import { accountForReset, askForReset, resetPassword } from '#app/accounts/passwords/password_reset'
import { rulesOf } from '#app/accounts/passwords/password_policy'
import { originOf } from '#app/doors/http/serving/origin_of'
import { linkIsGone, passwordIsSet } from '#app/doors/public/mailed_link'
import { forgottenValidator, newPasswordValidator } from '#app/doors/public/password_validator'
import type { HttpContext } from '@adonisjs/core/http'

/** A forgotten password: ask for a mailed link, open it, set a new password once. */
export default class PasswordResetsController {
  create({ view }: HttpContext) {
    return view.render('pages/public/password_resets/create')
  }

  async store({ request, view }: HttpContext) {
    const { username } = await request.validateUsing(forgottenValidator)
    await askForReset(username, originOf(request))
    return view.render('pages/public/password_resets/asked')
  }

  async edit(ctx: HttpContext) {
    const { params, view } = ctx
    const account = await accountForReset(params.token)
    if (!account) return linkIsGone(ctx, 'password_resets')
    const rules = rulesOf(account.organization)
    return view.render('pages/public/password_resets/edit', { token: params.token, account, rules })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const typed = await request.validateUsing(newPasswordValidator)
    const reset = await resetPassword(params.token, typed, originOf(request))
    if (reset === 'link_is_gone') return linkIsGone(ctx, 'password_resets')
    if ('problems' in reset) {
      session.flash('inputErrorsBag', reset.problems)
      return response.redirect().toRoute('password_resets.edit', { token: params.token })
    }
    return passwordIsSet(ctx, reset.account)
  }
}
