import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** What Shield does not set (security rule 29). Pages are never stored; built assets say otherwise themselves. */
export default class SecurityHeadersMiddleware {
  handle({ response, request }: HttpContext, next: NextFn) {
    response.header('Referrer-Policy', 'same-origin')
    response.header('Cross-Origin-Opener-Policy', 'same-origin')
    response.header('Cross-Origin-Resource-Policy', 'same-origin')
    response.header('X-Request-Id', request.id()!)
    if (!request.url().startsWith('/assets/')) response.header('Cache-Control', 'no-store')
    return next()
  }
}
