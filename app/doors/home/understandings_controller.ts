import { pageOfForm } from '#app/doors/http/forms/page_of_form'
import AnnouncementUnderstanding from '#app/support/announcements/announcement_understanding'
import type { HttpContext } from '@adonisjs/core/http'

/** `Understood`, under an announcement: this person has read it, and it is put away. */
export default class UnderstandingsController {
  async store({ auth, params, request, response, session }: HttpContext) {
    const by = auth.getUserOrFail()
    const { heading } = await AnnouncementUnderstanding.begin(by, params.announcement_id)
    session.flash('done', `“${heading}” is put away.`)
    return response.redirect().toPath(pageOfForm(request))
  }
}
