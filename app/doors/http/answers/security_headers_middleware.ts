import { contentPolicy } from '#app/doors/http/answers/content_policy'
import { day, second } from '#app/shared/clock'
import { keptNowhere } from '#app/doors/http/answers/kept_nowhere'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * What every answer says, page or not, whoever gives it (security rule 29). Pages are never stored; built assets say
 * otherwise themselves, and so do contents that somebody sent (`sealed`).
 */
export default class SecurityHeadersMiddleware {
  handle({ response, request }: HttpContext, next: NextFn) {
    response.header(
      'Strict-Transport-Security',
      `max-age=${(365 * day) / second}; includeSubDomains`
    )
    response.header('Content-Security-Policy', contentPolicy)
    response.header('X-Frame-Options', 'DENY')
    response.header('X-Content-Type-Options', 'nosniff')
    response.header('Referrer-Policy', 'same-origin')
    response.header('Cross-Origin-Opener-Policy', 'same-origin')
    response.header('Cross-Origin-Resource-Policy', 'same-origin')
    response.header('X-Request-Id', request.id()!)
    if (!request.url().startsWith('/assets/')) response.header('Cache-Control', keptNowhere)
    return next()
  }
}
