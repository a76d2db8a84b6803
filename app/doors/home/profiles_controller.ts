import AccountSession from '#app/accounts/sessions/account_session'
import { decide } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

export default class ProfilesController {
  async show({ auth, view }: HttpContext) {
    const account = auth.getUserOrFail()
    const sessions = await AccountSession.liveOf(account, now())
    const changing = await decide(account, 'password.change', account)
    return view.render('pages/home/profiles/show', { account, sessions, changing })
  }
}
