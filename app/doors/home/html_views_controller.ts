import { viewPage } from '#app/doors/home/view_page'
import type { HttpContext } from '@adonisjs/core/http'

/** View (HTML) of one file. */
export default class HtmlViewsController {
  show(ctx: HttpContext) {
    return viewPage(ctx, 'html')
  }
}
