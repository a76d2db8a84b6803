import { becauseValidator } from '#app/doors/operations/organization_validator'
import Organization from '#app/organizations/organization'
import OrganizationSuspension from '#app/organizations/organization_suspension'
import type { HttpContext } from '@adonisjs/core/http'

/** Opens the service again to everybody of an organization. */
export default class ReinstatementsController {
  async create({ params, view }: HttpContext) {
    const organization = await Organization.findOrFail(params.organization_id)
    return view.render('pages/operations/reinstatements/create', { organization })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const { because } = await request.validateUsing(becauseValidator)
    const organization = await Organization.findOrFail(params.organization_id)
    const isDone = await OrganizationSuspension.end(auth.getUserOrFail(), organization, because)
    if (isDone)
      session.flash('done', `${organization.name} is reinstated. Its people get in again.`)
    else session.flash('notice', `${organization.name} was not suspended.`)
    return response.redirect().toRoute('operations.organizations.show', { id: organization.id })
  }
}
