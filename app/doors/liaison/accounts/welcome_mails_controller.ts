import { ownPerson } from '#app/accounts/keeping/own_people'
import { sendWelcome } from '#app/accounts/keeping/welcome'
import type { HttpContext } from '@adonisjs/core/http'

/** The welcome sheet by mail, without any password. */
export default class WelcomeMailsController {
  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    const { refused } = await sendWelcome(liaison, account)
    if (refused) session.flash('problem', refused)
    else session.flash('done', `The welcome mail is on its way to ${account.email}.`)
    return response.redirect().toRoute('liaison.welcome_sheets.show', { account_id: account.id })
  }
}
