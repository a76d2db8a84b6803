import { solved } from '#app/doors/http/answers/help_acts'
import type { HttpContext } from '@adonisjs/core/http'

/** Whoever helped says that it is done. */
export default class HelpSolutionsController {
  store(ctx: HttpContext) {
    return solved(ctx, 'help_desk')
  }
}
