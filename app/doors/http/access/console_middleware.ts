import { permit } from '#app/audit/decide'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Before a page of a console looks for anything: whoever has no business there is told so, and cannot learn from the answer
 * what there is. What may be done with each thing is asked again in its room.
 */
export default class ConsoleMiddleware {
  async handle(
    { auth }: HttpContext,
    next: NextFn,
    { open }: { open: 'workspace.open' | 'help_desk.open' | 'operations.open' }
  ) {
    const account = auth.getUserOrFail()
    await permit(account, open, account.organization)
    return next()
  }
}
