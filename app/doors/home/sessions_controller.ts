import AccountSession from '#app/accounts/sessions/account_session'
import type { HttpContext } from '@adonisjs/core/http'

/** One's own sign-ins elsewhere. The one that asks is ended by signing out. */
export default class SessionsController {
  async destroy({ auth, params, response, session }: HttpContext) {
    const account = auth.getUserOrFail()
    const ended = await AccountSession.findFor(account, params.id)
    await ended.end(account, 'ended')
    session.flash('done', `Ended the session on ${ended.deviceName}.`)
    return response.redirect().toRoute('profile.show')
  }
}
