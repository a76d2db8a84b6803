import { annotated } from '#app/doors/http/answers/help_acts'
import type { HttpContext } from '@adonisjs/core/http'

/** Read by those who help, and by nobody else. */
export default class HelpInternalNotesController {
  store(ctx: HttpContext) {
    return annotated(ctx, 'help_desk')
  }
}
