import { decide } from '#app/audit/decide'
import { mend } from '#app/doors/http/forms/mend'
import { newAdministratorValidator } from '#app/doors/operations/liaison_validator'
import { openAdministrator } from '#app/enrollment/administrator_opening'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** A partner gets somebody who keeps its people: the account is opened with the role. */
export default class AdministratorsController {
  async create({ auth, params, view }: HttpContext) {
    const organization = await Organization.findOrFail(params.organization_id)
    const decision = await decide(auth.getUserOrFail(), 'administrator.open', organization)
    return view.render('pages/operations/administrators/create', { organization, decision })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const typed = await request.validateUsing(newAdministratorValidator)
    const organization = await Organization.findOrFail(params.organization_id)
    const { username, email, full_name: fullName } = typed
    const opening = await openAdministrator(auth.getUserOrFail(), organization, {
      ...{ username, fullName, email },
      phone: typed.phone ?? undefined,
      title: typed.title ?? undefined,
    })
    if ('problems' in opening) {
      mend({ request, session }, opening.problems)
      return response.redirect().toRoute('operations.administrators.create', [organization.id])
    }
    const sentence = `The account of ${opening.account.fullName} is open. A mail with the way in is under way to ${email}.`
    session.flash('done', sentence)
    return response.redirect().toRoute('operations.organizations.show', { id: organization.id })
  }
}
