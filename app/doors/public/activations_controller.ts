import { accountForActivation, activate, askForActivation } from '#app/accounts/passwords/activation'
import { rulesOf } from '#app/accounts/passwords/password_policy'
import { originOf } from '#app/doors/http/serving/origin_of'
import { linkIsGone, passwordIsSet } from '#app/doors/public/mailed_link'
import { forgottenValidator, newPasswordValidator } from '#app/doors/public/password_validator'
import type { HttpContext } from '@adonisjs/core/http'

/** Activate my Account: the first password of somebody, by a mailed link, and another mail for who comes too late. */
export default class ActivationsController {
  create({ view }: HttpContext) {
    return view.render('pages/public/activations/create')
  }

  async store({ request, view }: HttpContext) {
    const { username } = await request.validateUsing(forgottenValidator)
    await askForActivation(username, originOf(request))
    return view.render('pages/public/activations/asked')
  }

  async edit(ctx: HttpContext) {
    const { params, view } = ctx
    const account = await accountForActivation(params.token)
    if (!account) return linkIsGone(ctx, 'activations')
    const rules = rulesOf(account.organization)
    return view.render('pages/public/activations/edit', { token: params.token, account, rules })
  }

  async update(ctx: HttpContext) {
    const { params, request, response, session } = ctx
    const typed = await request.validateUsing(newPasswordValidator)
    const activation = await activate(params.token, typed, originOf(request))
    if (activation === 'link_is_gone') return linkIsGone(ctx, 'activations')
    if ('problems' in activation) {
      session.flash('inputErrorsBag', activation.problems)
      return response.redirect().toRoute('activations.edit', { token: params.token })
    }
    return passwordIsSet(ctx, activation.account)
  }
}
