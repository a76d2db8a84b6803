import { dismiss, liaisonIn } from '#app/accounts/liaisons/liaisons'
import { decide } from '#app/audit/decide'
import Organization from '#app/organizations/organization'
import type { HttpContext } from '@adonisjs/core/http'

/** Somebody is a liaison no longer; the account stays. */
export default class DismissalsController {
  async create({ auth, params, view }: HttpContext) {
    const organization = await Organization.findOrFail(params.organization_id)
    const liaison = await liaisonIn(organization, params.liaison_id)
    const decision = await decide(auth.getUserOrFail(), 'liaison.dismiss', liaison)
    return view.render('pages/operations/dismissals/create', { organization, liaison, decision })
  }

  async store({ auth, params, response, session }: HttpContext) {
    const organization = await Organization.findOrFail(params.organization_id)
    const liaison = await liaisonIn(organization, params.liaison_id)
    const isDone = await dismiss(auth.getUserOrFail(), liaison)
    if (isDone) session.flash('done', `${liaison.fullName} is no liaison any more.`)
    else session.flash('notice', `${liaison.fullName} was no liaison any more.`)
    return response.redirect().toRoute('operations.organizations.show', { id: organization.id })
  }
}
