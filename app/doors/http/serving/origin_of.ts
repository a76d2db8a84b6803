import type { Origin } from '#app/audit/actor'
import type { HttpContext } from '@adonisjs/core/http'

/** Where a request comes from, for the trail. */
export const originOf = (request: HttpContext['request']): Origin => ({
  address: request.ip(),
  requestId: request.id()!,
})
