import { viewPage } from '#app/doors/home/view_page'
import type { HttpContext } from '@adonisjs/core/http'

/** View (Text) of one file. */
export default class TextViewsController {
  show(ctx: HttpContext) {
    return viewPage(ctx, 'text')
  }
}
