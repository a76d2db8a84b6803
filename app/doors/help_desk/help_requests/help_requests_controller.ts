import type Account from '#app/accounts/account'
import { permit } from '#app/audit/decide'
import { called, calledByAddress } from '#app/doors/help_desk/help_requests/caller'
import { callValidator, urgencyOptions } from '#app/doors/http/forms/help_request_validator'
import { listingOf, requestsAsked, type Offered } from '#app/doors/http/forms/help_requests_asked'
import { mend } from '#app/doors/http/forms/mend'
import { helpRequestPage } from '#app/doors/http/views/help_request_page'
import HelpRequest from '#app/support/requests/help_request'
import { fileFor } from '#app/support/requests/help_request_filing'
import { requestsOfAll } from '#app/support/requests/help_request_list'
import type { HttpContext } from '@adonisjs/core/http'

/** Calls for help of all organizations, as the help desk answers them. */
export default class HelpRequestsController {
  async index({ auth, request, view }: HttpContext) {
    const person = auth.getUserOrFail()
    const offered = offeredTo(person)
    const wanted = requestsAsked(request.qs(), offered)
    const list = await requestsOfAll(person, wanted)
    return view.render('pages/help_desk/help_requests/index', {
      requests: list.rows,
      desk: 'help_desk',
      ...listingOf(wanted, offered, list),
    })
  }

  async create({ auth, request, view }: HttpContext) {
    const caller = await calledByAddress(request.qs().account)
    const person = auth.getUserOrFail()
    await permit(person, 'help_request.file_for', caller ?? person)
    const data = { caller, reach: caller?.phone, urgencyOptions }
    return view.render('pages/help_desk/help_requests/create', data)
  }

  async store({ auth, request, response, session }: HttpContext) {
    const { caller: name, ...trouble } = await request.validateUsing(callValidator)
    const caller = await called(name)
    if (!caller) {
      mend({ request, session }, { caller: [`Nobody has the user name ${name}.`] })
      return response.redirect().toRoute('help_desk.help_requests.create')
    }
    const filed = await fileFor(auth.getUserOrFail(), caller, trouble)
    const told = `The number is ${filed.request.name}. ${caller.fullName} gets it by mail, too.`
    if (filed.isNew) session.flash('done', told)
    else session.flash('notice', `You wrote that down already: ${filed.request.name}.`)
    return response.redirect().toRoute('help_desk.help_requests.show', { id: filed.request.id })
  }

  async show({ auth, params, view }: HttpContext) {
    const asked = await HelpRequest.findFor(auth.getUserOrFail(), params.id)
    const data = await helpRequestPage(asked, 'help_desk')
    return view.render('pages/help_desk/help_requests/show', data)
  }
}

const others = { open: 'Not solved yet, wherever it lies', all: 'All' }

/** Operators find first what was passed to them. */
function offeredTo(person: Account): Offered {
  const desk = { desk: 'With the help desk', ...others }
  return person.has('operator') ? { operator: 'Passed to the operator', ...desk } : desk
}
