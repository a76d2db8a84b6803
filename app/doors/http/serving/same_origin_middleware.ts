import service from '#config/service'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses unsafe requests that another site made a browser send (security rule 12), before the form token
 * is even looked at. Clients that send neither header are no browsers of today; the token guards those.
 */
export default class SameOriginMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    if (safe.has(request.method())) return next()

    const site = request.header('sec-fetch-site')
    const origin = request.header('origin')
    const isOurs =
      (!site || site === 'same-origin' || site === 'none') &&
      (!origin || origin === new URL(service.url).origin || origin === this.#own(request))
    if (isOurs) return next()
    return response.status(403).send('This request came from another site and was not carried out.')
  }

  /** The host was checked already, so an origin that equals it is ours under another permitted name. */
  #own(request: HttpContext['request']) {
    return `${request.protocol()}://${request.host()}`
  }
}
