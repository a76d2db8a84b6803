import { numbered, pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { listRecords } from '#app/support/freshness/overview'
import type { HttpContext } from '@adonisjs/core/http'

/** The quick references of all agencies, the worst first. */
export default class QuickReferencesController {
  async index({ auth, request, view }: HttpContext) {
    const list = await listRecords(auth.getUserOrFail(), placeFrom(request.qs(), numbered))
    const data = { rows: list.rows, pages: pagesOf(list) }
    return view.render('pages/operations/quick_references/index', data)
  }
}
