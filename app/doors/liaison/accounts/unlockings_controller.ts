import { unlock } from '#app/accounts/keeping/account_unlocking'
import { ownPerson } from '#app/accounts/keeping/own_people'
import type { HttpContext } from '@adonisjs/core/http'

export default class UnlockingsController {
  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    const isDone = await unlock(liaison, account)
    if (isDone) session.flash('done', `Unlocked. ${account.fullName} can try to sign in at once.`)
    else session.flash('notice', `${account.fullName} is not locked.`)
    return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
  }
}
