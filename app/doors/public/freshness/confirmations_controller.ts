import { originOf } from '#app/doors/http/serving/origin_of'
import { seenIn } from '#app/doors/public/freshness/freshness_validator'
import { askedByLink } from '#app/support/freshness/confirmations/asked_by_link'
import { confirmByLink } from '#app/support/freshness/confirmations/confirming'
import { linesOf } from '#app/support/records/lines'
import { nameOf } from '#app/support/records/entry'
import type { HttpContext } from '@adonisjs/core/http'

/** A contact says with one click that the quick reference is right; opening the page alone does nothing. */
export default class ConfirmationsController {
  async show({ params, response, view }: HttpContext) {
    const asked = await askedByLink(params.token)
    if (!asked) return linkIsGone({ response, view })
    const { program, organization, shown, others, wording } = asked
    const about = { program, organization, name: nameOf(shown), lines: linesOf(shown, others) }
    return view.render('pages/public/confirmations/show', { token: params.token, wording, ...about })
  }

  async store({ params, request, response, session, view }: HttpContext) {
    const { token } = params
    const answer = await confirmByLink(token, seenIn(request.input('seen')), originOf(request))
    if (answer === 'link_is_gone') return linkIsGone({ response, view })
    if (answer === 'changed') {
      session.flash('notice', 'It was changed meanwhile. Please read it once more.')
      return response.redirect().toRoute('confirmations.show', [token])
    }
    const { program, organization } = answer
    return view.render('pages/public/confirmations/done', { program, organization, isRight: true })
  }
}

/** The same page for a link that is too old, that was used, that a newer mail replaced, and that never was. */
export function linkIsGone({ response, view }: Pick<HttpContext, 'response' | 'view'>) {
  response.status(410)
  return view.render('pages/public/confirmations/gone')
}
