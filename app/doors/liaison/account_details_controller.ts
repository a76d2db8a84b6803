import Account from '#app/accounts/account'
import { editAccount } from '#app/accounts/account_edit'
import { ownPerson } from '#app/accounts/own_people'
import { permit } from '#app/audit/decide'
import { accountDetailsValidator } from '#app/doors/liaison/account_validator'
import { dayOf, now } from '#app/shared/clock'
import service from '#config/service'
import type { HttpContext } from '@adonisjs/core/http'

/** What of an account its liaison may change by a form. */
export default class AccountDetailsController {
  async edit({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.id)
    await permit(liaison, 'account.edit', account)
    return view.render('pages/liaison/accounts/edit', {
      account,
      isActive: account.isActive(now()),
      endsOn: account.endsAt && dayOf(account.endsAt, service.timeZone),
      sponsor: account.sponsorId ? await Account.find(account.sponsorId) : null,
    })
  }

  async update({ auth, params, request, response, session }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.id)
    const typed = await request.validateUsing(accountDetailsValidator)
    const edit = await editAccount(liaison, account, {
      fullName: typed.full_name,
      email: typed.email,
      phone: typed.phone ?? null,
      title: typed.title ?? null,
      endsAt: typed.ends_on ? Number(typed.ends_on) : (typed.ends_on as null | undefined),
      sponsor: typed.sponsor ?? null,
    })
    if ('problems' in edit) {
      session.flashAll()
      session.flash('inputErrorsBag', edit.problems)
      return response.redirect().toRoute('liaison.accounts.edit', { id: account.id })
    }
    const isChanged = edit.changed.length > 0
    const sentence = isChanged ? `Changed: ${edit.changed.join(', ')}.` : 'Nothing was different.'
    session.flash(isChanged ? 'done' : 'notice', sentence)
    return response.redirect().toRoute('liaison.accounts.show', { id: account.id })
  }
}
