import { tooOften } from '#app/accounts/signing_in/throttle'
import { troubleValidator, urgencyInWords } from '#app/doors/http/forms/help_request_validator'
import { mend } from '#app/doors/http/forms/mend'
import { pagesOf, placeFrom } from '#app/doors/http/forms/place_from'
import { now } from '#app/shared/clock'
import HelpRequest from '#app/support/requests/help_request'
import { fileRequest } from '#app/support/requests/help_request_filing'
import { ownRequests } from '#app/support/requests/help_request_list'
import { standingInWords } from '#app/support/requests/help_request_standing'
import { storyForCaller } from '#app/support/requests/help_request_story'
import { whomInWords } from '#app/support/requests/places'
import type { HttpContext } from '@adonisjs/core/http'

/** A person's own calls for help. */
export default class HelpRequestsController {
  async index({ auth, request, view }: HttpContext) {
    const list = await ownRequests(auth.getUserOrFail(), placeFrom(request.qs()))
    const data = { requests: list.rows, pages: pagesOf(list) }
    return view.render('pages/home/help_requests/index', data)
  }

  async store(ctx: HttpContext) {
    const { auth, request, response, session } = ctx
    const filed = await fileRequest(
      auth.getUserOrFail(),
      await request.validateUsing(troubleValidator)
    )
    if ('closedUntil' in filed) {
      mend(ctx, {})
      session.flash('problem', tooOften(filed.closedUntil))
      return response.redirect().toRoute('help.show')
    }
    const { id, name } = filed.request
    const done = `Your request has the number ${name}. A mail with it is on its way to you.`
    if (filed.isNew) session.flash('done', done)
    else session.flash('notice', `You sent that already: it has the number ${name}.`)
    return response.redirect().toRoute('help_requests.show', { id })
  }

  async show({ auth, params, view }: HttpContext) {
    const asked = await HelpRequest.findOwn(auth.getUserOrFail(), params.id)
    return view.render('pages/home/help_requests/show', {
      asked,
      urgency: urgencyInWords(asked.urgency),
      standing: standingInWords(asked, 'caller'),
      whom: await whomInWords(asked.liesWith, asked),
      story: await storyForCaller(asked),
      canReopen: asked.canReopen(now()),
    })
  }
}
