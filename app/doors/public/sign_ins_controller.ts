import { signIn } from '#app/accounts/signing_in/sign_in'
import { deviceMark } from '#app/doors/http/access/device_mark'
import { letIn } from '#app/doors/http/access/let_in'
import { originOf } from '#app/doors/http/serving/origin_of'
import { signInValidator } from '#app/doors/public/sign_in_validator'
import type { HttpContext } from '@adonisjs/core/http'

export default class SignInsController {
  create({ auth, response, view }: HttpContext) {
    if (auth.user) return response.redirect().toRoute('start')
    return view.render('pages/public/sign_ins/create')
  }

  async store(ctx: HttpContext) {
    const { request, response, session } = ctx
    const { username, password } = await request.validateUsing(signInValidator)
    const outcome = await signIn({
      username,
      password,
      origin: originOf(request),
      device: request.header('user-agent') ?? 'unknown',
      mark: deviceMark(ctx),
    })
    if ('account' in outcome) return letIn(ctx, outcome.account)

    session.flash('problem', outcome.refused)
    session.flashOnly(['username'])
    return response.redirect().toRoute('sign_in.create')
  }
}
