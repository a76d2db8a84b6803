import { wantsJson } from '#app/doors/http/access/ask_to_sign_in'
import type { Missing } from '#app/accounts/admission'
import type { HttpContext } from '@adonisjs/core/http'

/** Leads to the page where the person can give what is missing, or says who can. */
export async function leadToMissing(ctx: HttpContext, missing: Missing) {
  const { request, response, session, view } = ctx
  const { code, sentence, mend, page } = missing
  if (wantsJson(request)) return response.forbidden({ code, sentence, mend })
  if (page) {
    session.reflash()
    return response.redirect(page)
  }
  return response.status(403).send(await view.render('pages/public/refused', { sentence, mend }))
}
