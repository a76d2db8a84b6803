import type { Problems } from '#app/accounts/passwords/new_password'
import { isSecretName } from '#app/doors/http/forms/typed'
import type { HttpContext } from '@adonisjs/core/http'

/** A form that a room found fault with comes back as it was typed, with what must be mended beside each field. Say where to. */
export function again({ request, response, session }: HttpContext, problems: Problems) {
  const secret = Object.keys(request.all()).filter(isSecretName)
  session.flash({ ...request.except(secret), inputErrorsBag: problems })
  return response.redirect()
}
