import { readiness } from '#app/doors/http/serving/readiness'
import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Answers those who watch over the service. It stands before everything else: whoever watches comes by an address
 * instead of a name, has no session, and wants an answer when all the rest fails. It tells no more than words.
 */
export default class HealthMiddleware {
  async handle({ request, response }: HttpContext, next: NextFn) {
    const path = request.url()
    if (!path.startsWith('/health/') || !['GET', 'HEAD'].includes(request.method())) return next()

    response.header('Cache-Control', 'no-store')
    if (path === '/health/live') return response.send({ status: 'live' })
    if (path !== '/health/ready') return next()
    if (app.isTerminating) return response.status(503).send({ status: 'stopping' })

    const { isReady, report } = await readiness()
    return response.status(isReady ? 200 : 503).send(report)
  }
}
