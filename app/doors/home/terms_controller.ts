import Terms from '#app/enrollment/terms'
import { termsStandingFor } from '#app/enrollment/terms_standing'
import { termsValidator } from '#app/doors/home/terms_validator'
import { markdown } from '#app/doors/http/views/markdown'
import type { HttpContext } from '@adonisjs/core/http'

/** The terms and conditions, accepted once by an administrator for the whole organization. */
export default class TermsController {
  async show({ auth, view }: HttpContext) {
    const standing = await termsStandingFor(auth.getUserOrFail())
    const text = 'terms' in standing && standing.terms ? markdown(standing.terms.body) : undefined
    return view.render('pages/home/terms/show', { standing, text })
  }

  async store({ auth, request, response, session }: HttpContext) {
    const { terms_id: shownId } = await request.validateUsing(termsValidator)
    const terms = await Terms.findOrFail(shownId)
    const isAccepted = await terms.accept(auth.getUserOrFail())
    if (isAccepted) {
      session.flash('done', 'The terms and conditions are accepted for your organization.')
      return response.redirect().toRoute('home.show')
    }
    session.flash('problem', 'The terms changed while you were reading. Please read the new ones.')
    return response.redirect().toRoute('terms.show')
  }
}
