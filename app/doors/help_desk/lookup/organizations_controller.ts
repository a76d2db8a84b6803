import { organizationShown } from '#app/support/lookup/organization_shown'
import type { HttpContext } from '@adonisjs/core/http'

/** An organization, for who answers its people's calls. */
export default class OrganizationsController {
  async show({ auth, params, view }: HttpContext) {
    const shown = await organizationShown(auth.getUserOrFail(), params.id)
    return view.render('pages/help_desk/organizations/show', shown)
  }
}
