import type { HttpContext } from '@adonisjs/core/http'

/** Where a liaison begins: what waits, and the way to everything else. */
export default class OverviewsController {
  show({ view }: HttpContext) {
    return view.render('pages/liaison/overviews/show')
  }
}
