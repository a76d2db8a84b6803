import { passed } from '#app/doors/http/answers/help_acts'
import type { HttpContext } from '@adonisjs/core/http'

/** A call for help goes to somebody else, or back. */
export default class HelpPassingsController {
  store(ctx: HttpContext) {
    return passed(ctx, 'help_desk')
  }
}
