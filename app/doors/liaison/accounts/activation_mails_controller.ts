import { ownPerson } from '#app/accounts/keeping/own_people'
import { sendActivation } from '#app/accounts/passwords/activation_again'
import type { HttpContext } from '@adonisjs/core/http'

/** The link to the first password, mailed once more. */
export default class ActivationMailsController {
  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    const { refused } = await sendActivation(liaison, account)
    if (refused) session.flash('problem', refused)
    else session.flash('done', `The activation mail is on its way to ${account.email}.`)
    return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
  }
}
