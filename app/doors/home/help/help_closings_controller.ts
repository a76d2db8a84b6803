import { afterSaying } from '#app/doors/home/help/after_saying'
import HelpRequest from '#app/support/requests/help_request'
import { close } from '#app/support/requests/help_request_following'
import type { HttpContext } from '@adonisjs/core/http'

/** "It works now", says the caller. */
export default class HelpClosingsController {
  async store(ctx: HttpContext) {
    const person = ctx.auth.getUserOrFail()
    const asked = await HelpRequest.findOwn(person, ctx.params.help_request_id)
    const said = await close(person, asked)
    return afterSaying(ctx, asked, said, `Good to hear. ${asked.name} is closed.`)
  }
}
