import { ownPerson } from '#app/accounts/keeping/own_people'
import { welcomeFor } from '#app/accounts/keeping/welcome'
import { permit } from '#app/audit/decide'
import { takeFirstPassword } from '#app/doors/liaison/accounts/first_password'
import type { HttpContext } from '@adonisjs/core/http'

/** The sheet for somebody who begins, to be printed; right after a first password was made it holds it, once. */
export default class WelcomeSheetsController {
  async show({ auth, params, session, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    await permit(liaison, 'account.show', account)
    const firstPassword = takeFirstPassword(session, account)
    const sheet = await welcomeFor(account)
    return view.render('pages/liaison/welcome_sheets/show', { ...sheet, firstPassword })
  }
}
