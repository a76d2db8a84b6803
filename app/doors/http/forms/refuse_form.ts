import { wantsJson } from '#app/doors/http/access/ask_to_sign_in'
import type { HttpContext } from '@adonisjs/core/http'

export const notTaken = 'This form was not taken'

const stale = {
  code: 'form.stale',
  sentence: 'This form was open for too long, or from before you signed in.',
  mend: 'Nothing was done. Open the page again and send the form once more.',
}

/** Nothing could be said on the next page either: what it says comes by a cookie, too. */
const withoutCookies = {
  code: 'form.no_cookies',
  sentence: 'Your browser keeps no cookies for this service, and nobody can sign in without them.',
  mend: 'Nothing was done. Allow cookies for this address, open the page again and send the form once more.',
}

/** A form without the token of this browser's session (security rule 12): nothing is done, and the person is told. */
export async function refuseForm({ request, response, route, session, view }: HttpContext) {
  const keepsCookies = Boolean(request.header('cookie'))
  const { code, sentence, mend } = keepsCookies ? stale : withoutCookies
  if (wantsJson(request)) return response.forbidden({ code, sentence, mend })
  if (keepsCookies && route?.name === 'sign_in.store') {
    session.flash('problem', 'The page was open for too long. Please sign in once more.')
    return response.redirect().toRoute('sign_in.create')
  }
  return response
    .status(403)
    .send(await view.render('pages/public/refused', { title: notTaken, sentence, mend }))
}
