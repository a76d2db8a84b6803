import { isSecretName } from '#app/doors/http/forms/typed'
import type { HttpContext } from '@adonisjs/core/http'

/** What a room found wrong with a form: the next page shows it beside the fields, with what was typed, but never a secret. */
export function mend(
  { request, session }: Pick<HttpContext, 'request' | 'session'>,
  problems: Record<string, string[]>
) {
  session.flashExcept(Object.keys(request.all()).filter(isSecretName))
  session.flash('inputErrorsBag', problems)
}
