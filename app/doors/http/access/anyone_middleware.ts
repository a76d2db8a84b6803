import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Declares that a route is open to everybody. */
export default class AnyoneMiddleware {
  handle(_ctx: HttpContext, next: NextFn) {
    return next()
  }
}
