import { organizationCounts } from '#app/accounts/liaisons/organization_list'
import type { HttpContext } from '@adonisjs/core/http'

/** Where an operator begins: what there is, and what should be looked at. */
export default class OverviewsController {
  async show({ view }: HttpContext) {
    const counts = await organizationCounts()
    return view.render('pages/operations/overviews/show', { counts })
  }
}
