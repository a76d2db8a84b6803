import { resultOf } from '#app/doors/help_desk/lookup/result'
import { lookUp } from '#app/support/lookup/lookup'
import type { HttpContext } from '@adonisjs/core/http'

/** One box for whatever a caller may have said. */
export default class SearchesController {
  async index({ auth, request, view }: HttpContext) {
    const { search } = request.qs()
    const typed = typeof search === 'string' ? search.trim().slice(0, 200) : ''
    const { hits, ...found } = await lookUp(auth.getUserOrFail(), typed)
    return view.render('pages/help_desk/searches/index', {
      typed,
      results: hits.map(resultOf),
      ...found,
    })
  }
}
