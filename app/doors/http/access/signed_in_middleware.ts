import { askToSignIn } from '#app/doors/http/access/ask_to_sign_in'
import { leadToMissing } from '#app/doors/http/access/lead_to_missing'
import { missingFor, type GateName } from '#app/accounts/admission'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/**
 * Declares that a route needs a sign-in of somebody active, and of the rule of getting in nothing more; or,
 * when it serves to open a gate (`until`), what is asked for before that gate.
 */
export default class SignedInMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { until }: { until?: GateName } = {}) {
    const account = ctx.auth.user
    if (!account) return askToSignIn(ctx)

    const missing = await missingFor(account, until ?? 'current_password')
    return missing ? leadToMissing(ctx, missing) : next()
  }
}
