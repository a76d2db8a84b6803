import { noticesValidator } from '#app/doors/liaison/requests/notice_choice'
import { chooseNotices } from '#app/accounts/liaisons/liaison_notices'
import type { HttpContext } from '@adonisjs/core/http'

/** How somebody who answers requests is told of them: each person chooses for themselves. */
export default class RequestNoticesController {
  async update({ auth, request, response, session }: HttpContext) {
    const { request_notices: choice } = await request.validateUsing(noticesValidator)
    await chooseNotices(auth.getUserOrFail(), choice)
    session.flash(
      'done',
      choice === 'daily' ? 'You get one mail each morning.' : 'You get a mail at once.'
    )
    return response.redirect().toRoute('liaison.requests.index')
  }
}
