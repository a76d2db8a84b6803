import service from '#config/service'
import { errors, type HttpContext } from '@adonisjs/core/http'

/** The picture that an operator chose to stand before the service's name (SERVICE_LOGO). */
export default class LogosController {
  show({ request, response }: HttpContext) {
    if (!service.logo) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    response.header('Content-Security-Policy', `sandbox; default-src 'none'`)
    response.header('Cache-Control', 'public, max-age=3600')
    return response.download(service.logo, true)
  }
}
