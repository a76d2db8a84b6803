import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * One line in the log for each request, when its answer is out or its connection is gone. The route is named by its
 * pattern: an address may hold a secret (rule 12 keeps them out of queries, but a mailed link is an address, too).
 */
export default class RequestLogMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    const began = performance.now()
    const answer = ctx.response.response
    answer.once('close', () => {
      const line = {
        method: ctx.request.method(),
        route: ctx.route?.pattern ?? null,
        status: answer.statusCode,
        ms: Math.round(performance.now() - began),
        account: ctx.auth?.user?.id ?? null,
        isCut: !answer.writableFinished || undefined,
      }
      ctx.logger[ctx.route ? 'info' : 'debug'](line, 'request')
    })
    return next()
  }
}
