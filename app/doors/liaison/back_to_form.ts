import { mend } from '#app/doors/http/forms/mend'
import { pageOfForm } from '#app/doors/http/forms/page_of_form'
import type { Problems } from '#app/accounts/passwords/new_password'
import type { HttpContext } from '@adonisjs/core/http'

/** The form comes back as it was filled in, with what must be mended. */
export function backToForm(ctx: HttpContext, problems: Problems) {
  mend(ctx, problems)
  return ctx.response.redirect().toPath(pageOfForm(ctx.request))
}
