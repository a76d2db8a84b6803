import service from '#config/service'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

const known = new Set([new URL(service.url).hostname])
/** Health checks and a first look come by these names; they can only be this machine. */
const loopback = new Set(['localhost', '127.0.0.1', '::1', '[::1]'])

/** Answers only under its own name, so that no link or cache can be made to speak for another (security rule 30). */
export default class KnownHostMiddleware {
  handle({ request, response }: HttpContext, next: NextFn) {
    const host = request.hostname()?.toLowerCase() ?? ''
    if (known.has(host) || loopback.has(host)) return next()
    return response.status(421).send('This service is not known under that name.')
  }
}
