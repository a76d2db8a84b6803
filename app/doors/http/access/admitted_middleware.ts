import { askToSignIn } from '#app/doors/http/access/ask_to_sign_in'
import { leadToMissing } from '#app/doors/http/access/lead_to_missing'
import { missingFor } from '#app/accounts/admission'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** Declares that a route needs the whole rule of getting in; leads the person to the first thing that is missing. */
export default class AdmittedMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const account = ctx.auth.user
    if (!account) return askToSignIn(ctx)

    const missing = await missingFor(account)
    ctx.view.share({ isAdmitted: !missing })
    return missing ? leadToMissing(ctx, missing) : next()
  }
}
