import { day, second } from '#app/shared/clock'
import { keptNowhere } from '#app/doors/http/kept_nowhere'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What every answer says, page or not (security rule 29); Shield sees only those of routes. Pages are never stored; built assets say otherwise themselves. */
export default class SecurityHeadersMiddleware {
  handle({ response, request }: HttpContext, next: NextFn) {
    response.header(
      'Strict-Transport-Security',
      `max-age=${(365 * day) / second}; includeSubDomains`
    )
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('Referrer-Policy', 'same-origin')
    response.header('Cross-Origin-Opener-Policy', 'same-origin')
    response.header('Cross-Origin-Resource-Policy', 'same-origin')
    response.header('X-Request-Id', request.id()!)
    if (!request.url().startsWith('/assets/')) response.header('Cache-Control', keptNowhere)
    return next()
  }
}
