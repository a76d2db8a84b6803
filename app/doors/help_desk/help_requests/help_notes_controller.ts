import { answered } from '#app/doors/http/answers/help_acts'
import type { HttpContext } from '@adonisjs/core/http'

/** By who helps: the caller reads it. */
export default class HelpNotesController {
  store(ctx: HttpContext) {
    return answered(ctx, 'help_desk')
  }
}
