import { originOf } from '#app/doors/http/serving/origin_of'
import { linkIsGone } from '#app/doors/public/freshness/confirmations_controller'
import { wrongValidator } from '#app/doors/public/freshness/freshness_validator'
import { reportByLink } from '#app/support/freshness/confirmations/confirming'
import type { HttpContext } from '@adonisjs/core/http'

/** A contact who was asked says what is wrong. */
export default class ConfirmationReportsController {
  async store({ params, request, response, view }: HttpContext) {
    const { what } = await request.validateUsing(wrongValidator)
    const answer = await reportByLink(params.token, what, originOf(request))
    if (answer === 'link_is_gone') return linkIsGone({ response, view })
    const { program, organization } = answer
    return view.render('pages/public/confirmations/done', { program, organization, isRight: false })
  }
}
