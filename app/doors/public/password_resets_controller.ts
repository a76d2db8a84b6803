import { accountForReset, askForReset, resetPassword } from '#app/accounts/passwords/password_reset'
import { rulesOf } from '#app/accounts/passwords/password_policy'
import { leaveDeviceMark } from '#app/doors/http/access/device_mark'
import { endBrowserSession } from '#app/doors/http/access/let_in'
import { originOf } from '#app/doors/http/serving/origin_of'
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

  async edit({ params, response, view }: HttpContext) {
    const account = await accountForReset(params.token)
    if (!account) return linkIsGone({ response, view })
    const rules = rulesOf(account.organization)
    return view.render('pages/public/password_resets/edit', { token: params.token, account, rules })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const typed = await request.validateUsing(newPasswordValidator)
    const reset = await resetPassword(params.token, typed, originOf(request))
    if (reset === 'link_is_gone') return linkIsGone(ctx)
    if ('problems' in reset) {
      session.flash('inputErrorsBag', reset.problems)
      return response.redirect().toRoute('password_resets.edit', { token: params.token })
    }
    await ctx.auth.user?.session?.end(ctx.auth.user, 'replaced')
    await endBrowserSession(ctx)
    leaveDeviceMark(ctx, reset.account.id)
    session.flash(
      'done',
      'Your password was changed successfully. Enter your user name and password to sign in.'
    )
    return response.redirect().toRoute('sign_in.create')
  }
}

/** The same page for a link that was used, that is too old, and that never was. */
function linkIsGone({ response, view }: Pick<HttpContext, 'response' | 'view'>) {
  response.status(410)
  return view.render('pages/public/password_resets/gone')
}
