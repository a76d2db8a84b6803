import { becauseValidator } from '#app/doors/operations/organization_validator'
import { decide } from '#app/audit/decide'
import Organization from '#app/organizations/organization'
import OrganizationSuspension from '#app/organizations/organization_suspension'
import type { HttpContext } from '@adonisjs/core/http'

/** Shuts the service for everybody of an organization, with the reason on record. */
export default class SuspensionsController {
  async create({ auth, params, view }: HttpContext) {
    const organization = await Organization.findOrFail(params.organization_id)
    const decision = await decide(auth.getUserOrFail(), 'organization.suspend', organization)
    return view.render('pages/operations/suspensions/create', { organization, decision })
  }

  async store({ auth, params, request, response, session }: HttpContext) {
    const { because } = await request.validateUsing(becauseValidator)
    const organization = await Organization.findOrFail(params.organization_id)
    const by = auth.getUserOrFail()
    const isDone = await OrganizationSuspension.begin(by, organization, because)
    if (isDone) session.flash('done', `${organization.name} is suspended: nobody of it gets in.`)
    else session.flash('notice', `${organization.name} was suspended already.`)
    return response.redirect().toRoute('operations.organizations.show', { id: organization.id })
  }
}
