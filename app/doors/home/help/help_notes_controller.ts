import { afterSaying } from '#app/doors/home/help/after_saying'
import { noteValidator } from '#app/doors/http/forms/help_request_validator'
import HelpRequest from '#app/support/requests/help_request'
import { addNote } from '#app/support/requests/help_request_following'
import type { HttpContext } from '@adonisjs/core/http'

/** The caller has more to say. */
export default class HelpNotesController {
  async store(ctx: HttpContext) {
    const person = ctx.auth.getUserOrFail()
    const asked = await HelpRequest.findOwn(person, ctx.params.help_request_id)
    const { note } = await ctx.request.validateUsing(noteValidator)
    const said = await addNote(person, asked, note)
    return afterSaying(ctx, asked, said, 'Your note is added.')
  }
}
