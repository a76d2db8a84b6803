import { keptNowhere } from '#app/doors/http/answers/kept_nowhere'
import type { HttpContext } from '@adonisjs/core/http'

const policy = [
  'sandbox',
  "default-src 'none'",
  'img-src data:',
  "style-src 'unsafe-inline'",
  'font-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
]

/**
 * Seals what somebody sent before a browser shows it (security rule 21): no script, no form, no request to anywhere, and
 * an origin of its own, so that it reaches neither the service nor the person's session.
 */
export function sealed(response: HttpContext['response'], mediaType: string) {
  const charset = /^text/.test(mediaType) ? '; charset=utf-8' : ''
  response.header('Content-Type', mediaType + charset)
  response.header('Content-Security-Policy', policy.join('; '))
  response.header('Content-Disposition', 'inline')
  response.header('X-Content-Type-Options', 'nosniff')
  response.header('X-Frame-Options', 'SAMEORIGIN')
  response.header('X-DNS-Prefetch-Control', 'off')
  response.header('Referrer-Policy', 'no-referrer')
  response.header('Cache-Control', keptNowhere)
}
