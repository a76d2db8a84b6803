import { appoint, liaisonIn } from '#app/accounts/liaisons/liaisons'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** The alternate liaison becomes the primary one; the two change places. */
export default class PromotionsController {
  async store({ auth, params, response, session }: HttpContext) {
    const organization = await Organization.findOrFail(params.organization_id)
    const liaison = await liaisonIn(organization, params.liaison_id)
    const appointment = await appoint(auth.getUserOrFail(), liaison, 1)
    const isDone = appointment === 'appointed'
    if (isDone) session.flash('done', `${liaison.fullName} is the primary liaison now.`)
    else session.flash('notice', `${liaison.fullName} was the primary liaison already.`)
    return response.redirect().toRoute('operations.organizations.show', { id: organization.id })
  }
}
