import { wantsJson } from '#app/doors/http/ask_to_sign_in'
import type { HttpContext } from '@adonisjs/core/http'

const sentence = 'This form was open for too long, or from before you signed in.'
const mend = 'Nothing was done. Open the page again and send the form once more.'

/** A form without the token of this browser's session (security rule 12): nothing is done, and the person is told. */
export async function refuseForm({ request, response, route, session, view }: HttpContext) {
  if (wantsJson(request)) return response.forbidden({ code: 'form.stale', sentence, mend })
  if (route?.name === 'sign_in.store') {
    session.flash('problem', 'The page was open for too long. Please sign in once more.')
    return response.redirect().toRoute('sign_in.create')
  }
  return response.status(403).send(await view.render('pages/public/refused', { sentence, mend }))
}
