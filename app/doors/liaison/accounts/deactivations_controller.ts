import AccountDeactivation from '#app/accounts/keeping/account_deactivation'
import AccountSession from '#app/accounts/sessions/account_session'
import { ownPerson } from '#app/accounts/keeping/own_people'
import { sponsoredBy } from '#app/accounts/keeping/sponsorship'
import { permit } from '#app/audit/decide'
import { deactivationValidator } from '#app/doors/liaison/accounts/account_validator'
import { now } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

/** An account is closed, with a reason; the page says first what ends. */
export default class DeactivationsController {
  async create({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    await permit(liaison, 'account.deactivate', account)
    return view.render('pages/liaison/deactivations/create', {
      account,
      sessions: await AccountSession.liveOf(account, now()),
      sponsored: await sponsoredBy(account).limit(20),
    })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    const { because } = await request.validateUsing(deactivationValidator)
    const isDone = await AccountDeactivation.begin(liaison, account, because)
    if (isDone) session.flash('done', `Deactivated the account of ${account.actorName}.`)
    else session.flash('notice', `The account of ${account.actorName} is deactivated already.`)
    return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
  }
}
