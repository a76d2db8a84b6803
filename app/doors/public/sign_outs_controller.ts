import { endBrowserSession } from '#app/doors/http/access/let_in'
import type { HttpContext } from '@adonisjs/core/http'

export default class SignOutsController {
  /** For who comes by the address: nothing changes on GET, so the page asks with a button. */
  create({ auth, response, view }: HttpContext) {
    if (!auth.user) return response.redirect().toRoute('sign_in.create')
    return view.render('pages/public/sign_outs/create')
  }

  async store(ctx: HttpContext) {
    const { auth, response, session } = ctx
    if (auth.user) await auth.user.session!.end(auth.user, 'signed_out')
    await endBrowserSession(ctx)
    session.flash('done', 'You have signed out.')
    return response.redirect().toRoute('sign_in.create')
  }
}
