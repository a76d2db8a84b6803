import type Account from '#app/accounts/account'
import AccountSession from '#app/accounts/sessions/account_session'
import { ownPerson } from '#app/accounts/keeping/own_people'
import { endSessionsOf } from '#app/accounts/sessions/sessions_end'
import { permit } from '#app/audit/decide'
import { now } from '#app/shared/clock'
import type { HttpContext } from '@adonisjs/core/http'

/** Somebody is signed out everywhere; asked on a page of its own, for what they are typing is lost. */
export default class SessionEndsController {
  async create({ auth, params, response, session, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    await permit(liaison, 'account.end_sessions', account)
    const sessions = await AccountSession.liveOf(account, now())
    if (!sessions.length) {
      session.flash('notice', nowhere(account))
      return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
    }
    return view.render('pages/liaison/session_ends/create', { account, sessions })
  }

  async store({ auth, params, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    const count = await endSessionsOf(liaison, account)
    const sessions = count === 1 ? '1 session' : `${count} sessions`
    if (count) session.flash('done', `Ended ${sessions} of ${account.fullName}.`)
    else session.flash('notice', nowhere(account))
    return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
  }
}

const nowhere = ({ fullName }: Account) => `${fullName} is not signed in anywhere.`
