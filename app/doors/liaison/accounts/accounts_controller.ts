import { listAccounts } from '#app/accounts/keeping/account_list'
import { recordOf } from '#app/accounts/keeping/account_record'
import { hasDirectory } from '#app/accounts/signing_in/credential_sources'
import { ownPerson } from '#app/accounts/keeping/own_people'
import { permit } from '#app/audit/decide'
import { pagesOf } from '#app/doors/http/forms/place_from'
import {
  filterOptions,
  headingsFor,
  keptOf,
  wantedFrom,
} from '#app/doors/liaison/accounts/account_listing'
import { newAccountValidator } from '#app/doors/liaison/accounts/account_validator'
import { carryFirstPassword } from '#app/doors/liaison/accounts/first_password'
import { openAsTyped } from '#app/doors/liaison/accounts/new_account'
import type { HttpContext } from '@adonisjs/core/http'

/** The people of the liaison's own organization. */
export default class AccountsController {
  async index({ auth, request, view }: HttpContext) {
    const wanted = wantedFrom(request.qs())
    const list = await listAccounts(auth.getUserOrFail(), wanted)
    return view.render('pages/liaison/accounts/index', {
      wanted,
      filterOptions,
      accounts: list.rows,
      headings: headingsFor(wanted),
      pages: pagesOf(list, keptOf(wanted)),
    })
  }

  async create({ auth, view }: HttpContext) {
    const { organization } = auth.getUserOrFail()
    await permit(auth.getUserOrFail(), 'account.open', organization)
    const offersDirectory = await hasDirectory(organization.id)
    return view.render('pages/liaison/accounts/create', { offersDirectory })
  }

  async store({ auth, request, response, session }: HttpContext) {
    const typed = await request.validateUsing(newAccountValidator)
    const opening = await openAsTyped(auth.getUserOrFail(), typed)
    if ('problems' in opening) {
      session.flashAll()
      session.flash('inputErrorsBag', opening.problems)
      return response.redirect().toRoute('liaison.accounts.create')
    }
    const { account, firstPassword } = opening
    if (firstPassword) carryFirstPassword(session, account, firstPassword)
    session.flash('done', `Opened the account of ${account.actorName}.`)
    return response.redirect().toRoute('liaison.welcome_sheets.show', { account_id: account.id })
  }

  async show({ auth, params, view }: HttpContext) {
    const liaison = auth.getUserOrFail()
    const account = await ownPerson(liaison, params.id)
    return view.render('pages/liaison/accounts/show', await recordOf(liaison, account))
  }
}
