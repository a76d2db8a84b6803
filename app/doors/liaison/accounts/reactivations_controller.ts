import type Account from '#app/accounts/account'
import { reactivate } from '#app/accounts/keeping/account_return'
import { ownPerson } from '#app/accounts/keeping/own_people'
import { permit } from '#app/audit/decide'
import { reactivationValidator } from '#app/doors/liaison/accounts/account_validator'
import { dayOf, now } from '#app/shared/clock'
import service from '#config/service'
import type { HttpContext } from '@adonisjs/core/http'

/** Somebody gets the account back, with a reason and, if it ended, a new end. */
export default class ReactivationsController {
  async create({ auth, params, response, session, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    await permit(liaison, 'account.reactivate', account)
    if (account.isActive(now())) {
      session.flash('notice', already(account))
      return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
    }
    const { endsAt } = account
    const isAhead = endsAt !== null && endsAt > now()
    return view.render('pages/liaison/reactivations/create', {
      account,
      endsOn: isAhead ? dayOf(endsAt, service.timeZone) : null,
    })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.account_id)
    const { because, ends_on: endsOn } = await request.validateUsing(reactivationValidator)
    const endsAt = endsOn ? Number(endsOn) : null
    const answer = await reactivate(liaison, account, { because, endsAt })
    if ('problems' in answer) {
      session.flashAll()
      session.flash('inputErrorsBag', answer.problems)
      const to = { account_id: account.id }
      return response.redirect().toRoute('liaison.reactivations.create', to)
    }
    if (answer.isDone) session.flash('done', `The account of ${account.actorName} is active again.`)
    else session.flash('notice', already(account))
    return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
  }
}

const already = ({ actorName }: Account) => `The account of ${actorName} is active already.`
