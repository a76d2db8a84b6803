import { pageOfForm } from '#app/doors/http/page_of_form'
import type { Problems } from '#app/accounts/new_password'
import type { HttpContext } from '@adonisjs/core/http'

/** The form comes back as it was filled in, with what must be mended. */
export function backToForm({ request, response, session }: HttpContext, problems: Problems) {
  session.flashExcept(['_csrf', '_method'])
  session.flash('inputErrorsBag', problems)
  return response.redirect().toPath(pageOfForm(request))
}
